import type { ReviewIndex } from '../review/index/review-index.js';
import type { Review } from '../review/model.js';
import type { Diagnosis, Severities } from './diagnosis.js';
import { rules } from './index.js';
import { Judgement } from './judgement.js';
import type { Rule } from './rule.js';

export { type Diagnosis, type Location, locate, type Severities } from './diagnosis.js';

const ruleByCode = new Map(rules.map(rule => [rule.code, rule]));

/** The rule of a code. */
export function ruleNamed(code: string): Rule | undefined {
  return ruleByCode.get(code);
}

/** True for a code that takes more than a moment to judge. */
export function isSlow(code: string): boolean {
  return ruleByCode.get(code)?.slow === true;
}

/** Every rule over a review that is read once, sorted by file and position. */
export function judge(review: Review, severities: Severities = {}): readonly Diagnosis[] {
  const index = review as ReviewIndex;
  index.judgeAnew();
  const judgement = new Judgement(index);
  judgement.update(severities, true);
  return judgement.all();
}
