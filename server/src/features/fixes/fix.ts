import { type Change, editing, type Texts } from '../../editing/change.js';
import type { Outcome, Piece } from '../../editing/pieces.js';
import { toEdits } from '../../editing/pieces.js';
import { sourceOf } from '../../editing/places.js';
import type { YamlSource } from '../../editing/yaml-source.js';
import type { Review } from '../../review/model.js';
import { insidePath } from '../../review/paths.js';
import type { Diagnosis } from '../../rules/judge.js';
import type { Told } from '../../syntax/facts.js';
import { Lines } from '../../text/lines.js';

/** A change that mends what a diagnosis complains of. */
export interface Fix {
  readonly title: string;
  /** True for the one that was almost certainly meant. */
  readonly preferred: boolean;
  readonly change: Change;
}

/** A diagnosis that is to be mended, with the review that it was made of and the texts of its files. */
export interface Mending {
  readonly diagnosis: Diagnosis;
  readonly review: Review;
  readonly texts: Texts;
}

/** What mends the diagnoses of one code. */
export interface Mender {
  /** Files that are looked at beside the one that holds the diagnosis. */
  readonly files?: (review: Review, diagnosis: Diagnosis) => readonly string[];
  readonly fixes: (mending: Mending) => readonly Fix[];
  /** True where there is always a preferred fix; elsewhere the diagnosis' data tell whether there is one. */
  readonly sure?: true;
}

/** Puts texts in the place of what the diagnosis stands at; the first is preferred where `sure`. */
export function replacements({ diagnosis, texts }: Mending, words: readonly Replacement[], sure = true): Fix[] {
  const { path, range } = diagnosis;
  const text = texts(path);
  if (text === undefined) return [];
  const span = new Lines(text).spanOf(range);
  return words.map(({ title, text: put }, index) => ({
    title,
    preferred: sure && index === 0,
    change: editing(toEdits(path, text, [{ span, text: put }])),
  }));
}

export interface Replacement {
  readonly title: string;
  readonly text: string;
}

/** The words that stand where a diagnosis is shown, without quotation marks around them. */
export function wordsAt({ diagnosis: { path, range }, texts }: Mending): string {
  const text = texts(path) ?? '';
  const words = text.slice(...new Lines(text).spanOf(range));
  return /^(["']).*\1$/s.test(words) ? words.slice(1, -1) : words;
}

/** An edit of the YAML of a file, as the only fix; none where the file is not there or the edit is refused. */
export function yamlFix(
  { review, texts }: Mending,
  path: string,
  fix: { readonly title: string; readonly preferred: boolean },
  edit: (source: YamlSource) => Outcome<readonly Piece[]>,
): Fix[] {
  const text = texts(path);
  const kind = review.files.get(path)?.kind;
  const source = text !== undefined && kind ? sourceOf(path, kind, text) : undefined;
  const outcome = source && edit(source);
  if (!outcome?.ok || outcome.value.length === 0) return [];
  return [{ ...fix, change: editing(toEdits(path, text!, outcome.value)) }];
}

/** The codebook's path, where the review has one. */
export function codebookPath(review: Review): string | undefined {
  return review.codebook?.file.path;
}

/** The path that a setting names, where a file of the review is there. */
export function presentPath(review: Review, told: Told): string | undefined {
  const path = insidePath(told.value);
  return path !== undefined && review.files.has(path) ? path : undefined;
}
