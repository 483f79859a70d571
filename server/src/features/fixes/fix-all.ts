import { type Change, editing, type NewFile, type TextEdit, type Texts } from '../../editing/change.js';
import type { Review } from '../../review/model.js';
import type { Diagnosis } from '../../rules/judge.js';
import { fixesFor, hasPreferred } from './fixes.js';

/** Codes whose preferred fix changes how something is written and nothing of what it says. */
const harmless: ReadonlySet<string> = new Set([
  'theme.former-name',
  'yaml.colon-swallows',
  'yaml.comma-cuts',
  'yaml.comment-cuts',
  'yaml.special-start',
]);

/** The diagnoses that the preferred fix of each would mend. */
export function mendableAtOnce(diagnoses: readonly Diagnosis[], review: Review, code: string): Diagnosis[] {
  return diagnoses.filter(each => each.code === code && hasPreferred(each, review));
}

/** The diagnoses that can be mended without anybody looking: former names, separators of thousands, quotation marks. */
export function mendableUnseen(diagnoses: readonly Diagnosis[], review: Review): Diagnosis[] {
  return diagnoses.filter(
    each =>
      (harmless.has(each.code) || (each.code === 'characteristic.type' && each.data.expected === 'thousands')) &&
      hasPreferred(each, review),
  );
}

/**
 * The preferred fixes of all as one change. Where two would write in the same place the first is taken; the other is
 * still told afterwards.
 */
export function fixAll(diagnoses: readonly Diagnosis[], review: Review, texts: Texts): Change {
  const created = new Map<string, NewFile>();
  const groups = diagnoses.flatMap(diagnosis => {
    const fix = fixesFor(diagnosis, review, texts).find(each => each.preferred);
    // Two blocks may show one picture.
    for (const file of fix?.change.created ?? []) created.set(file.path, file);
    return fix && fix.change.edits.length > 0 ? [fix.change.edits] : [];
  });
  groups.sort((a, b) => byPlace(a[0]!, b[0]!));
  const taken: TextEdit[] = [];
  const last = new Map<string, TextEdit>();
  for (const edits of groups) {
    if (edits.some(edit => overlaps(last.get(edit.path), edit))) continue;
    for (const edit of edits) {
      taken.push(edit);
      last.set(edit.path, edit);
    }
  }
  return { ...editing(taken.sort(byPlace)), created: [...created.values()] };
}

function byPlace(a: TextEdit, b: TextEdit): number {
  const paths = a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  return paths || a.range.line - b.range.line || a.range.character - b.range.character;
}

/** True when an edit begins before the end of the one before it. */
function overlaps(before: TextEdit | undefined, { range }: TextEdit): boolean {
  if (!before) return false;
  const { endLine, endCharacter } = before.range;
  return range.line < endLine || (range.line === endLine && range.character < endCharacter);
}
