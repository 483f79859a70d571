/**
 * What can begin a block of Markdown, each read from one line. The rules are those of CommonMark 0.31 with GitHub's
 * tables and footnotes; every reader takes the text, the first character that is not white space, and the line's end.
 */
import { isBlankCode, trimEnd } from './lines.js';

const HASH = 35;
const STAR = 42;
const PLUS = 43;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const EQUALS = 61;
const UNDERSCORE = 95;
const BACKTICK = 96;
const TILDE = 126;

function runLength(text: string, at: number, end: number, code: number): number {
  let to = at;
  while (to < end && text.charCodeAt(to) === code) to++;
  return to - at;
}

function endsWord(text: string, at: number, end: number): boolean {
  return at >= end || isBlankCode(text.charCodeAt(at));
}

/** The level of an ATX heading, `## …`, or 0. */
export function atxLevel(text: string, at: number, end: number): number {
  const level = runLength(text, at, end, HASH);
  return level >= 1 && level <= 6 && endsWord(text, at + level, end) ? level : 0;
}

/** The level of a setext underline, `===` or `---`, or 0. */
export function setextLevel(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  if (code !== EQUALS && code !== MINUS) return 0;
  const run = runLength(text, at, end, code);
  if (trimEnd(text, at, end) !== at + run) return 0;
  return code === EQUALS ? 1 : 2;
}

/** True for `***`, `- - -`, `___`: three or more of one mark and nothing else. */
export function isRule(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== STAR && code !== MINUS && code !== UNDERSCORE) return false;
  let count = 0;
  for (let i = at; i < end; i++) {
    const here = text.charCodeAt(i);
    if (here === code) count++;
    else if (!isBlankCode(here)) return false;
  }
  return count >= 3;
}

export interface Fence {
  readonly code: number;
  readonly length: number;
}

/** An opening code fence: three or more backticks (none in what follows) or tildes. */
export function openingFence(text: string, at: number, end: number): Fence | undefined {
  const code = text.charCodeAt(at);
  if (code !== BACKTICK && code !== TILDE) return undefined;
  const length = runLength(text, at, end, code);
  if (length < 3) return undefined;
  if (code === BACKTICK && text.slice(at + length, end).includes('`')) return undefined;
  return { code, length };
}

export function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  const length = runLength(text, at, end, fence.code);
  return length >= fence.length && trimEnd(text, at, end) === at + length;
}

export interface ListMarker {
  readonly width: number;
  /** False for an ordered marker other than 1, which does not break into a paragraph. */
  readonly mayInterrupt: boolean;
}

/** `-`, `*`, `+`, `1.` or `1)` followed by white space or the line's end. */
export function listMarker(text: string, at: number, end: number): ListMarker | undefined {
  const code = text.charCodeAt(at);
  if (code === STAR || code === PLUS || code === MINUS) {
    return endsWord(text, at + 1, end) ? { width: 1, mayInterrupt: true } : undefined;
  }
  let to = at;
  while (to < end && to - at < 10 && text.charCodeAt(to) >= ZERO && text.charCodeAt(to) <= NINE) to++;
  const digits = to - at;
  if (digits === 0 || digits > 9 || (text[to] !== '.' && text[to] !== ')') || !endsWord(text, to + 1, end)) {
    return undefined;
  }
  return { width: digits + 1, mayInterrupt: Number(text.slice(at, to)) === 1 };
}

/** The width of a footnote's marker, `[^1]:`, or 0. */
export function footnoteMarker(text: string, at: number, end: number): number {
  if (text[at] !== '[' || text[at + 1] !== '^') return 0;
  const found = /^\[\^[^\s[\]]{1,999}\]:/.exec(text.slice(at, Math.min(end, at + 1005)));
  return found ? found[0].length : 0;
}

const HTML_BLOCKS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);

/** How an HTML block ends: at a line that holds this text, or at a blank line. */
export interface HtmlStart {
  readonly until: RegExp | 'blank';
  readonly comment: boolean;
  readonly mayInterrupt: boolean;
}

const RAW: HtmlStart = { until: /<\/(?:script|pre|style|textarea)>/i, comment: false, mayInterrupt: true };
const COMMENT: HtmlStart = { until: /-->/, comment: true, mayInterrupt: true };
const INSTRUCTION: HtmlStart = { until: /\?>/, comment: false, mayInterrupt: true };
const DECLARATION: HtmlStart = { until: />/, comment: false, mayInterrupt: true };
const CDATA: HtmlStart = { until: /\]\]>/, comment: false, mayInterrupt: true };
const BLOCK: HtmlStart = { until: 'blank', comment: false, mayInterrupt: true };
const LONE: HtmlStart = { until: 'blank', comment: false, mayInterrupt: false };

const TAG_NAME = /^<(\/?)([a-z][a-z0-9-]{0,40})(?=[\s/>]|$)/i;
const LONE_TAG =
  /^<(?:\/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>\s*$/i;

/** The kind of HTML block that begins here, if one does. */
export function htmlStart(text: string, at: number, end: number): HtmlStart | undefined {
  if (text[at] !== '<') return undefined;
  if (text.startsWith('<!--', at)) return COMMENT;
  if (text[at + 1] === '?') return INSTRUCTION;
  if (text.startsWith('<![CDATA[', at)) return CDATA;
  if (text[at + 1] === '!') return /[a-z]/i.test(text[at + 2] ?? '') ? DECLARATION : undefined;
  const found = TAG_NAME.exec(text.slice(at, Math.min(end, at + 50)));
  if (!found) return undefined;
  const name = (found[2] ?? '').toLowerCase();
  const opens = found[1] === '';
  const raw = name === 'script' || name === 'pre' || name === 'style' || name === 'textarea';
  if (raw && opens) return text[at + found[0].length] === '/' ? undefined : RAW;
  if (HTML_BLOCKS.has(name)) return BLOCK;
  // A tag of any other name begins a block only if it is whole and alone on its line. A line of sensible length, for
  // the expression tries again at each white space.
  return end - at < 2000 && LONE_TAG.test(text.slice(at, end)) ? LONE : undefined;
}

/** The number of cells of a table's row: unescaped bars part them, one at either end may be left out. */
export function tableCells(text: string, at: number, end: number): number {
  const to = trimEnd(text, at, end);
  let cells = 1;
  for (let i = at; i < to; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '|' && i > at && i < to - 1) cells++;
  }
  return cells;
}

/** The number of cells in a table's delimiter row, `| --- | :-: |`, or 0 when the line is none. */
export function delimiterCells(text: string, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== MINUS && code !== 124 && code !== 58 && !isBlankCode(code)) return 0;
  }
  const line = text.slice(at, end).trim();
  if (!/[|:]/.test(line)) return 0;
  const cells = line.replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every(cell => /^[ \t]*:?-+:?[ \t]*$/.test(cell)) ? cells.length : 0;
}

/** True for the line that opens or closes a Pandoc division: `::: {.callout-note}`, `::: note`, `:::`. */
export function isDivision(text: string, at: number, end: number): boolean {
  // Only a line of sensible length: the expression may try again at each colon.
  if (!text.startsWith(':::', at) || end - at > 300) return false;
  return /^:{3,}[ \t]*(?:\{[^{}]*\}|[\w-]*)[ \t]*:*[ \t]*$/.test(text.slice(at, end));
}
