import type { Lines } from '../../text/lines.js';

/** The body of a Markdown text around a cursor, looked at line by line, so that half a sentence is as good as a whole. */
export interface MarkdownSpot {
  readonly line: number;
  /** The cursor's line, and what of it stands before the cursor. */
  readonly text: string;
  readonly before: string;
  readonly character: number;
  /** Where the text of a comment begins that is open at the cursor, on its line; undefined outside of comments. */
  readonly comment: number | undefined;
}

/** Further back than this no comment or code is looked for on its own line. */
const back = 4000;

/**
 * The cursor in the body of a Markdown text; undefined in code, in a block that a report writes, and in a comment that
 * began on an earlier line.
 *
 * @param bodyLine the first line after the front matter
 */
export function markdownSpot(
  text: string,
  lines: Lines,
  bodyLine: number,
  line: number,
  character: number,
): MarkdownSpot | undefined {
  const [start, end] = lines.lineSpan(line);
  const whole = text.slice(start, end);
  const before = whole.slice(0, character);
  if (line < bodyLine || inFence(text, lines, bodyLine, line) || isIndentedCode(text, lines, bodyLine, line))
    return undefined;
  const cursor = start + before.length;
  if (inGenerated(text, cursor)) return undefined;
  const open = cursor < 4 ? -1 : text.lastIndexOf('<!--', cursor - 4);
  const isOpen = open >= 0 && cursor - open < back && !text.slice(open, cursor).includes('-->');
  if (isOpen && open < start) {
    // A comment that is still being typed takes the rest of its paragraph and no more.
    if (!/(\r\n|\r|\n)[ \t]*(\r\n|\r|\n)/.test(text.slice(open, cursor))) return undefined;
    return { line, text: whole, before, character, comment: undefined };
  }
  if (!isOpen && inCode(before)) return undefined;
  return { line, text: whole, before, character, comment: isOpen ? open + 4 - start : undefined };
}

/** True when a piece of code is open at the end of what stands before the cursor. */
function inCode(before: string): boolean {
  let open = '';
  for (const run of before.slice(-back).match(/`+/g) ?? []) {
    if (open === '') open = run;
    else if (open === run) open = '';
  }
  return open !== '';
}

const fence = /^[ ]{0,3}(?:>[ ]?)*(`{3,}|~{3,})/;

function inFence(text: string, lines: Lines, first: number, line: number): boolean {
  let open: string | undefined;
  for (let at = first; at <= line; at++) {
    const [start, end] = lines.lineSpan(at);
    let from = start;
    while (text[from] === ' ' || text[from] === '>') from++;
    if (text[from] !== '`' && text[from] !== '~') continue;
    const sign = fence.exec(text.slice(start, Math.min(end, start + 200)))?.[1];
    if (sign === undefined) continue;
    if (at === line) return true;
    if (open === undefined) open = sign;
    else if (sign[0] === open[0] && sign.length >= open.length) open = undefined;
  }
  return open !== undefined;
}

/** Four spaces after a blank line, and no item of a list that they could go on with. */
function isIndentedCode(text: string, lines: Lines, first: number, line: number): boolean {
  const at = (row: number): string => text.slice(...lines.lineSpan(row));
  if (!/^(?: {4}|\t)/.test(at(line)) || (line > first && at(line - 1).trim() !== '')) return false;
  for (let row = line - 1; row >= first; row--) {
    const words = at(row);
    if (words.trim() === '' || /^(?: {4}|\t)/.test(words)) continue;
    return !/^\s*(?:[-*+]|\d+[.)])\s/.test(words);
  }
  return true;
}

const marker = /<!--\s*(\/?)\s*metasynth:([\w-]+)/y;

/** True between the markers of a block that a report keeps up to date. */
function inGenerated(text: string, cursor: number): boolean {
  const at = text.lastIndexOf('<!--', cursor - 1);
  for (let from = at, tries = 0; from >= 0 && tries < 2000; from = text.lastIndexOf('<!--', from - 1), tries++) {
    marker.lastIndex = from;
    const found = marker.exec(text);
    if (found) {
      if (found[1] === '/') return false;
      const close = text.indexOf('-->', from);
      const end = text.indexOf(`/metasynth:${found[2]}`, cursor);
      const again = text.indexOf(`<!-- metasynth:${found[2]}`, cursor);
      return close >= 0 && close < cursor && end >= 0 && (again < 0 || end < again);
    }
    if (from === 0) break;
  }
  return false;
}
