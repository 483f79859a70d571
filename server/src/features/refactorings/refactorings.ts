import { appraiseByItems } from './appraise-by-items.js';
import { convertForm } from './convert-form.js';
import { extractTags } from './extract-tags.js';
import { openCells } from './open-cells.js';
import { recordJudged } from './record-judged.js';
import type { Asked, Refactorer, Refactoring } from './refactoring.js';
import { sayReported } from './say-reported.js';

export type { Asked, Refactoring } from './refactoring.js';

const refactorers: readonly Refactorer[] = [
  extractTags,
  appraiseByItems,
  openCells,
  recordJudged,
  convertForm,
  sayReported,
];

/** The files whose texts `refactorings` needs. */
export function filesForRefactorings(asked: Omit<Asked, 'texts'>): readonly string[] {
  return [asked.path, ...refactorers.flatMap(each => each.files?.(asked) ?? [])];
}

/** What can be done at a place, that which is nearest to it first. */
export function refactorings(asked: Asked): readonly Refactoring[] {
  return refactorers.flatMap(each => each.offer(asked));
}
