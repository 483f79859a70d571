import type { Texts } from '../../editing/change.js';
import type { Review } from '../../review/model.js';
import type { Diagnosis } from '../../rules/judge.js';
import { addQuestions, addToRaters, itemsForTotal } from './appraisals.js';
import { backgroundWork, studyWithoutWork, unknownCitation } from './bibliography.js';
import { undefinedTheme, unknownTheme, unmappedTheme } from './codebook.js';
import { judgedAnew } from './confidence.js';
import type { Fix, Mender } from './fix.js';
import { closingComment, meantReport, staleText } from './manuscript.js';
import { missingFile } from './missing-file.js';
import {
  derivedTotal,
  meantAnswer,
  meantAspect,
  meantCharacteristic,
  meantColumn,
  meantName,
  meantValue,
  missingAt,
  quotationMarks,
} from './names.js';
import { countedNumber, rightNumber } from './numbers.js';
import { missingCharacteristic, openFrontMatter, undeclaredField } from './studies.js';
import { secondPlace } from './translation.js';

export type { Fix } from './fix.js';

/** What mends the diagnoses of each code. The others are for a person to judge. */
const menders: Readonly<Record<string, Mender>> = {
  'appraisal.missing': addToRaters,
  'appraisal.missing-answer': addQuestions,
  'appraisal.missing-rater': addToRaters,
  'appraisal.total-disagrees': derivedTotal,
  'appraisal.without-items': itemsForTotal,
  'appraisal.unknown-answer': meantAnswer,
  'appraisal.unknown-checklist': meantName('near'),
  'appraisal.unknown-study': meantName('near'),
  'aspect.unknown': meantAspect,
  'bibliography.unused': backgroundWork,
  'block.stale': staleText,
  'block.unclosed': closingComment,
  'block.unknown': meantReport,
  'characteristic.missing': missingCharacteristic,
  'characteristic.type': meantCharacteristic,
  'citation.not-included': backgroundWork,
  'citation.unknown': unknownCitation,
  'citation.without-at': missingAt,
  'confidence.stale': judgedAnew,
  'construct.unknown': meantName('near'),
  'eligibility.unclear': meantName('near'),
  'field.type': meantValue,
  'field.unknown': meantName('nearest'),
  'finding.unknown': meantName('near'),
  'number.disagrees': rightNumber,
  'number.included': countedNumber,
  'number.unclear': meantName('near'),
  'reporting.unknown-item': meantName('near'),
  'review.file-missing': missingFile,
  'study.front-matter-open': openFrontMatter,
  'study.not-in-bibliography': studyWithoutWork,
  'study.unknown-field': undeclaredField,
  'table.unknown-column': meantColumn,
  'theme.former-name': meantName('now'),
  'theme.undefined': undefinedTheme,
  'theme.unknown': unknownTheme,
  'theme.unmapped': unmappedTheme,
  'translation.order-twice': secondPlace,
  'translation.order-unknown': meantName('near'),
  'yaml.colon-swallows': quotationMarks,
  'yaml.comma-cuts': quotationMarks,
  'yaml.comment-cuts': quotationMarks,
  'yaml.special-start': quotationMarks,
};

/** Codes that a change can mend. */
export const mendable: ReadonlySet<string> = new Set(Object.keys(menders));

/** The files whose texts `fixesFor` needs. */
export function filesForFixes(review: Review, diagnosis: Diagnosis): readonly string[] {
  const mender = menderOf(diagnosis);
  if (!mender) return [];
  return [diagnosis.path, ...(mender.files?.(review, diagnosis) ?? [])].filter(path => path !== '');
}

/** What mends a diagnosis, the likeliest first. Nothing where a person has to judge. */
export function fixesFor(diagnosis: Diagnosis, review: Review, texts: Texts): readonly Fix[] {
  return menderOf(diagnosis)?.fixes({ diagnosis, review, texts }) ?? [];
}

/** Whether a diagnosis has a preferred fix, as far as can be told without the texts, which only say where to write it. */
export function hasPreferred(diagnosis: Diagnosis, review: Review): boolean {
  return menderOf(diagnosis)?.sure === true || fixesFor(diagnosis, review, () => '').some(each => each.preferred);
}

/** What is said once for many stands beside none of them, so that nothing there can be mended. */
function menderOf({ code, shared }: Diagnosis): Mender | undefined {
  return !shared && Object.hasOwn(menders, code) ? menders[code] : undefined;
}
