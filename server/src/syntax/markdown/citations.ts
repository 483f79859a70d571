/**
 * Citation keys in Pandoc's syntax. A key is a letter, digit or `_`, then letters, digits, `_` and single marks out of
 * `:.#$%&-+?<>~/` between them; or anything on one line between `@{` and `}` (Pandoc manual, "Citation syntax").
 */

/** A key in the words of a block, in offsets of these words. */
export interface FoundKey {
  readonly key: string;
  /** The key alone. */
  readonly from: number;
  readonly to: number;
  /** With `@`, a `-` before it, and braces. */
  readonly start: number;
  readonly end: number;
}

export interface FoundCitation extends FoundKey {
  readonly prefix: string;
  readonly suffix: string;
  /** The bracketed group, or for a bare key the same as `start` and `end`. */
  readonly groupFrom: number;
  readonly groupTo: number;
  readonly bracketed: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}_]/u;
const INNER = ':.#$%&-+?<>~/';

/** Quarto's cross-references, `@fig-flow`, `@Tbl-1`: written like citations, but never one. */
const CROSS_REFERENCE =
  /^(?:[Ff]ig|[Tt]bl|[Ll]st|[Tt]ip|[Nn]te|[Ww]rn|[Ii]mp|[Cc]au|[Tt]hm|[Ll]em|[Cc]or|[Pp]rp|[Cc]nj|[Dd]ef|[Ee]xm|[Ee]xr|[Ss]ol|[Rr]em|[Aa]lg|[Ee]q|[Ss]ec)-/;

/** An npm package, `@scope/name`, which READMEs name in prose; a key with a slash seldom looks so. */
const PACKAGE = /^[a-z0-9][a-z0-9._-]*\/[a-z._-][a-z0-9._-]*$/;

/** The width of the word character at `at` in UTF-16 units, or 0 when there is none. */
function wordAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) {
    const is = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;
    return is ? 1 : 0;
  }
  if (Number.isNaN(code)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return WORD.test(character) ? character.length : 0;
}

function endsInWord(text: string, at: number, start: number): boolean {
  if (at <= start) return false;
  const code = text.charCodeAt(at - 1);
  const low = code >= 0xdc00 && code <= 0xdfff && at - 2 >= start;
  return wordAt(text, low ? at - 2 : at - 1) > 0;
}

/** What may not stand before the `@` of a citation, letters and digits apart: parts of paths, addresses, code and `{@link …}`. */
const BEFORE = '/.@=#&%+\\~${';

/**
 * The citation key whose `@` stands at `at`, within the stretch from `start` to `end`; undefined when the `@` is part
 * of an address, a path or a cross-reference. Outside brackets what is more likely a package or a call is none either.
 */
export function keyAt(text: string, at: number, start: number, end: number, inBrackets: boolean): FoundKey | undefined {
  const suppressed = at > start && text[at - 1] === '-' && !endsInWord(text, at - 1, start);
  const first = suppressed ? at - 1 : at;
  if (first > start) {
    const before = text[first - 1]!;
    const inWord = before === '_' ? endsInWord(text, first - 1, start) : endsInWord(text, first, start);
    if (inWord || BEFORE.includes(before) || before === '-') return undefined;
    if (before === ':' && !inBrackets) return undefined;
  }
  if (text[at + 1] === '{') return bracedKey(text, at, first, end);
  const from = at + 1;
  let to = from;
  while (to < end) {
    const width = wordAt(text, to);
    if (width > 0) to += width;
    else if (to > from && to + 1 < end && INNER.includes(text[to]!) && wordAt(text, to + 1) > 0) to++;
    else break;
  }
  if (to === from) return undefined;
  const key = text.slice(from, to);
  if (CROSS_REFERENCE.test(key)) return undefined;
  const after = to < end ? text[to] : '';
  if (after === '@') return undefined;
  if (!inBrackets && (after === '(' || after === '/' || PACKAGE.test(key))) return undefined;
  return { key, from, to, start: first, end: to };
}

function bracedKey(text: string, at: number, start: number, end: number): FoundKey | undefined {
  for (let i = at + 2; i < end; i++) {
    const character = text[i];
    if (character === '{' || character === '\n') return undefined;
    if (character !== '}') continue;
    const key = text.slice(at + 2, i);
    if (key.trim() === '') return undefined;
    return { key, from: at + 2, to: i, start, end: i + 1 };
  }
  return undefined;
}

function oneLine(words: string): string {
  return words.trim().replace(/\s+/g, ' ');
}

/** A key that stands in the text without brackets; `suffix` is what brackets after it say, as in `@doe99 [p. 3]`. */
export function bareCitation(key: FoundKey, suffix: string): FoundCitation {
  return citation(key, '', suffix === '' ? '' : oneLine(suffix), undefined);
}

/**
 * The citations of a group from `[` at `open` to `]` at `close`: `;` parts them. Where two keys share a part, as in
 * `[@a, p. 3, but see @b]`, the words after the last comma between them belong to the second.
 */
export function groupCitations(text: string, open: number, close: number, keys: readonly FoundKey[]): FoundCitation[] {
  const group = [open, close + 1] as const;
  let prefix = text.slice(open + 1, keys[0]?.start);
  return keys.map((key, i) => {
    const next = keys[i + 1];
    const between = text.slice(key.end, next ? next.start : close);
    const own = oneLine(prefix);
    let suffix = between;
    const semicolon = between.indexOf(';');
    if (semicolon >= 0) {
      suffix = between.slice(0, semicolon);
      prefix = between.slice(between.lastIndexOf(';') + 1);
    } else if (next) {
      const comma = between.lastIndexOf(',');
      suffix = comma < 0 ? '' : between.slice(0, comma);
      prefix = between.slice(comma + 1);
    }
    return citation(key, own, oneLine(suffix.replace(/^\s*,/, '')), group);
  });
}

/** Field by field, for copying objects is slow and a long manuscript has thousands of citations. */
function citation(
  key: FoundKey,
  prefix: string,
  suffix: string,
  group: readonly [number, number] | undefined,
): FoundCitation {
  return {
    key: key.key,
    from: key.from,
    to: key.to,
    start: key.start,
    end: key.end,
    prefix,
    suffix,
    groupFrom: group ? group[0] : key.start,
    groupTo: group ? group[1] : key.end,
    bracketed: group !== undefined,
  };
}
