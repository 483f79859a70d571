import type { Review } from '../review/model.js';
import { kindOf } from '../review/paths.js';
import { baseName } from '../syntax/read.js';
import type { Place } from '../text/span.js';
import { foldId } from '../text/words.js';
import { type Change, editing, type FileMove, type Texts } from './change.js';
import { done, type Outcome } from './pieces.js';
import { filesForRename, rename } from './rename.js';
import type { NamedThing } from './symbols.js';

/** A study's file that somebody gives another name, and so its study another key. */
interface Renaming {
  readonly thing: NamedThing;
  readonly to: string;
  readonly from: string;
}

/**
 * What a file's new name means for the review: a study whose key is its file's name gets another key. Undefined for a
 * file that only changes its folder, for one that has its key written in it, and for one that leaves the studies.
 */
function renamingOf(review: Review, { from, to }: FileMove): Renaming | undefined {
  const name = baseName(to);
  if (name === baseName(from) || kindOf(to, review.settings) !== 'study') return undefined;
  const study = review.studyById.get(foldId(baseName(from)));
  // The name of the file counts only where the file writes no key: written keys have a place of their own.
  if (study?.file.path !== from || !isSamePlace(study.facts.keyAt, study.facts.head)) return undefined;
  return { thing: { kind: 'key', id: study.id }, to: name, from };
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.line === b.line && a.character === b.character && a.endCharacter === b.endCharacter;
}

/** The files whose texts `followMove` needs; none where nothing has to follow. */
export function filesForMove(review: Review, move: FileMove): string[] {
  const renaming = renamingOf(review, move);
  return renaming ? filesForRename(review, renaming.thing) : [];
}

/**
 * The edits by which all other files follow a study's file that is being renamed. The file itself is moved by whoever
 * asks.
 */
export function followMove(review: Review, move: FileMove, texts: Texts): Outcome<Change> {
  const renaming = renamingOf(review, move);
  return renaming ? rename(review, renaming.thing, renaming.to, texts, renaming.from) : done(editing([]));
}
