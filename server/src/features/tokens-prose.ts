import type { StudyFacts } from '../syntax/facts.js';
import type { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { LineRange, Token } from './tokens-token.js';

/** What is not words in the lines of a finding: the marks of a quote or an item, the sign of a YAML block, comments. */
const marks = /^[ \t]*(?:>[ \t]?)+|^[ \t]*[-*+][ \t]+|<!--.*?(?:-->|$)|^[^<]*-->/g;

/**
 * The words of a study's findings, line by line: quotes as first order, what the authors made of them as readings. Names,
 * locators and comments in them are left out.
 */
export function proseTokens(
  { findings }: StudyFacts,
  text: string,
  lines: Lines,
  names: readonly Token[],
  within: LineRange | undefined,
): Token[] {
  const byLine = new Map<number, Token[]>();
  for (const name of names) {
    const list = byLine.get(name.line);
    if (list) list.push(name);
    else byLine.set(name.line, [name]);
  }
  const tokens: Token[] = [];
  for (const { order, at, locator } of findings) {
    const first = Math.max(at.line, within?.line ?? 0);
    const last = Math.min(at.endLine, within?.endLine ?? at.endLine, lines.count - 1);
    for (let line = first; line <= last; line++) {
      const [start, end] = lines.lineSpan(line);
      const from = line === at.line ? at.character : 0;
      const to = line === at.endLine ? at.endCharacter : end - start;
      const row = text.slice(start, start + Math.min(to, end - start));
      // The sign of a block in YAML stands alone on the first line.
      if (line === at.line && at.endLine > line && /^[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(row.slice(from))) continue;
      const cuts: Span[] = [...row.matchAll(marks)].map(found => [found.index, found.index + found[0].length]);
      for (const { character, length } of byLine.get(line) ?? []) cuts.push([character - 1, character + length]);
      // A tag that is no theme.
      for (const tag of row.matchAll(/(?<=^|\s)#[\p{L}\p{N}\p{M}_/-]+(?=\s|$|<)/gu)) {
        cuts.push([tag.index, tag.index + tag[0].length]);
      }
      if (locator && locator.at.line <= line && line <= locator.at.endLine) {
        const open = locator.at.line === line ? locator.at.character - 1 : 0;
        cuts.push([open, locator.at.endLine === line ? locator.at.endCharacter + 1 : row.length]);
      }
      for (const [character, stop] of without(row, from, cuts)) {
        tokens.push({
          line,
          character,
          length: stop - character,
          type: order === 1 ? 'firstOrder' : 'reading',
          modifiers: [],
        });
      }
    }
  }
  return tokens;
}

/** What is left of a line from a character on, its white space taken off each piece. */
function without(row: string, from: number, cuts: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let at = from;
  const piece = (until: number): void => {
    let [start, end] = [at, until];
    while (start < end && /\s/.test(row[start]!)) start++;
    while (end > start && /\s/.test(row[end - 1]!)) end--;
    if (end > start) pieces.push([start, end]);
  };
  for (const [start, end] of [...cuts].sort((a, b) => a[0] - b[0])) {
    if (start > at) piece(start);
    at = Math.max(at, end);
  }
  piece(row.length);
  return pieces;
}
