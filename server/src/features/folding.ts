import type { Review } from '../review/model.js';
import { Lines } from '../text/lines.js';
import { type Fold, fewest } from './folding-fold.js';
import { foldIndented } from './folding-indented.js';
import { foldMarkdown } from './folding-markdown.js';
import { isMarkdown, isYaml } from './yaml-part.js';

export type { Fold } from './folding-fold.js';

/**
 * What can be folded in a file of a review. An editor that is given folds no longer folds by indentation, so these are
 * all there are: nothing that folds without us stops folding with us. Undefined for a file that is no part of the
 * review, which is left to the editor.
 *
 * @param most the outermost so many are given where a client cannot take more
 */
export function foldsOf(
  review: Review,
  path: string,
  text: string,
  most = Number.POSITIVE_INFINITY,
): readonly Fold[] | undefined {
  const file = review.files.get(path);
  if (!file) return undefined;
  const lines = new Lines(text);
  if (isMarkdown(path)) return fewest(foldMarkdown(text, lines), most);
  const folds = foldIndented(text, lines, 0, lines.count, isYaml(path) ? '#' : '%');
  if (file.kind === 'bibliography') {
    // Works whose fields are not set in, as in RIS.
    const taken = new Set(folds.map(fold => fold.line));
    const starts = file.chunks.flatMap(chunk => (chunk.facts.kind === 'work' ? [chunk.line] : []));
    starts.forEach((line, index) => {
      const endLine = lastFilled(text, lines, line, starts[index + 1] ?? lines.count);
      if (endLine > line && !taken.has(line)) folds.push({ line, endLine });
    });
  }
  return fewest(folds, most);
}

/** The last line before `until` that holds more than white space or a comment. */
function lastFilled(text: string, lines: Lines, from: number, until: number): number {
  let line = Math.min(until, lines.count) - 1;
  for (; line > from; line--) {
    const row = text.slice(...lines.lineSpan(line)).trim();
    if (row !== '' && !row.startsWith('%')) break;
  }
  return line;
}
