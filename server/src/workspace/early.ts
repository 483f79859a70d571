import { ReviewIndex } from '../review/index/review-index.js';
import { kindOf, reviewFile } from '../review/paths.js';
import { type Diagnosis, judge, ruleNamed } from '../rules/judge.js';
import { readFacts } from '../syntax/read.js';
import { defaultSettings } from '../syntax/read-review.js';

/**
 * What can be said of an open file before its review has been read: what reading it finds, and what follows from it and
 * `metasynth.yaml` alone. Nothing is said of other files, and nothing for which another file may hold the answer.
 */
export function earlyDiagnoses(settingsText: string, path: string, text: string): readonly Diagnosis[] {
  const own = readFacts(reviewFile, 'review', settingsText);
  const facts = own.chunks[0]?.facts;
  const kind = kindOf(path, facts?.kind === 'review' ? facts.settings : defaultSettings());
  if (!kind) return [];
  const file = path === reviewFile ? own : readFacts(path, kind, text);
  const review = new ReviewIndex([
    [reviewFile, own],
    [path, file],
  ]);
  // A complaint that many share is counted over the whole review, which is not known yet.
  return judge(review).filter(each => each.path === path && !each.shared && isEarly(each.code));
}

function isEarly(code: string): boolean {
  const rule = ruleNamed(code);
  return rule !== undefined && (rule.judge === undefined || rule.local === true);
}
