import { caspQualitative } from './casp-qualitative.js';
import { caspQualitative2013 } from './casp-qualitative-2013.js';
import { caspQualitative2018 } from './casp-qualitative-2018.js';
import { caspQualitative2024 } from './casp-qualitative-2024.js';
import type { AnswerId, Checklist } from './checklist-types.js';
import { jbiQualitative } from './jbi-qualitative.js';

export type { AnswerId, Checklist, ChecklistAnswer, ChecklistItem } from './checklist-types.js';

/** Every checklist that is known by name, in the order in which to offer them. */
export const checklists: readonly Checklist[] = [
  caspQualitative,
  caspQualitative2013,
  caspQualitative2018,
  caspQualitative2024,
  jbiQualitative,
];

const byName = new Map(checklists.flatMap(one => one.names.map(name => [name, one] as const)));

/**
 * The checklist that `metasynth.yaml` names, whatever the case and whether words are joined by hyphens, spaces or
 * underscores; undefined for a name that is none of ours, such as the path of a review's own checklist.
 */
export function checklistNamed(name: string): Checklist | undefined {
  return byName.get(
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
  );
}

/**
 * The answer that a text means under a checklist, undefined when it means none: `yes`, `Y`, `true`, `can’t tell`,
 * `Cannot tell`, `?`. Case, apostrophes of any shape, a full stop at the end, and hyphens or underscores for spaces make
 * no difference. YAML writers of other languages turn yes and no into `true`, `on`, `false` and `off`: these are read too.
 */
export function readAnswer(checklist: Checklist, text: string): AnswerId | undefined {
  if (text.length > 200) return undefined;
  let known = remembered.get(checklist);
  if (!known) {
    known = new Map();
    remembered.set(checklist, known);
  }
  const answer = known.get(text);
  if (answer !== undefined || known.has(text)) return answer;
  const read = meant(checklist, text);
  // A review spells its answers in few ways; where every answer is another one, nothing is gained by knowing them all.
  if (known.size >= mostRemembered) known.clear();
  known.set(text, read);
  return read;
}

/** Spellings that were read before, by checklist: ten thousand studies have hundreds of thousands of answers, and few spellings. */
const remembered = new WeakMap<Checklist, Map<string, AnswerId | undefined>>();
const mostRemembered = 500;

function meant(checklist: Checklist, text: string): AnswerId | undefined {
  const folded = foldAnswer(text);
  return checklist.answers.find(
    answer => foldAnswer(answer.id) === folded || foldAnswer(answer.label) === folded || answer.also.includes(folded),
  )?.id;
}

/** The form in which spellings of an answer are compared, and in which `also` keeps them. */
export function foldAnswer(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘ʼ′`´]/g, '')
    .replace(/[\s_‐-―-]+/g, ' ')
    .replace(/\.+$/, '')
    .trim();
}
