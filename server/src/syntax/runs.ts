import type { Place, Span } from '../text/span.js';

/**
 * Where parts of a text stand that was read out of a file, line breaks, indentation and signs of quotes left out: for each run of
 * it that stands there as it is, its offset in the text, its line and its character, one after another in one list. Lines count
 * from the chunk's first.
 */
export type Runs = readonly number[];

/** What a file may have between two words of a text: white space, and the sign of a quote at the head of a line. */
const between = /^[\s>]*$/;
/** What it may have before the first: signs of quotes and lists, and how YAML says that a text follows. */
const before = /^[\s>"'|+\-*\d.)]{0,60}$/;

/**
 * Finds the runs of a text, word by word; undefined where a word does not stand in the file as it does in the text.
 *
 * @param at where to look in the source
 * @param placeOf the place of an offset of the source
 */
export function runsOf(text: string, source: string, at: Span, placeOf: (offset: number) => Place): Runs | undefined {
  const runs: number[] = [];
  let end = at[0];
  let shift: number | undefined;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const found = source.indexOf(word, end);
    if (found === -1 || found + word.length > at[1]) return undefined;
    const gap = source.slice(end, found);
    if (!(runs.length === 0 ? before : between).test(gap)) return undefined;
    if (found - index !== shift || /[\r\n]/.test(gap)) {
      const { line, character } = placeOf(found);
      runs.push(index, line, character);
      shift = found - index;
    }
    end = found + word.length;
  }
  return runs;
}

/** The place in the file of a stretch of the text. */
export function placeIn(runs: Runs, [start, end]: Span): Place | undefined {
  const first = positionIn(runs, start);
  const last = positionIn(runs, Math.max(start, end - 1));
  return first && last && { ...first, endLine: last.line, endCharacter: last.character + 1 };
}

function positionIn(runs: Runs, offset: number): { line: number; character: number } | undefined {
  for (let index = runs.length - 3; index >= 0; index -= 3) {
    const from = runs[index]!;
    if (from <= offset) return { line: runs[index + 1]!, character: runs[index + 2]! + offset - from };
  }
  return undefined;
}
