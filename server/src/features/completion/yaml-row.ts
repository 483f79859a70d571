/** One line of YAML, taken apart as far as it goes: half a line is as good as a whole one. Columns are in UTF-16 units. */
export interface Row {
  readonly text: string;
  /** The column of the first sign that is no space. */
  readonly indent: number;
  /** The columns of the hyphens that open list items. */
  readonly dashes: readonly number[];
  /** Where a key or a value begins after them. */
  readonly content: number;
  readonly key?: RowKey;
  /** Where the value begins: after the colon and white space, or the same as `content` without a key. */
  readonly value: number;
  /** Where the value ends, without white space and a comment. */
  readonly end: number;
  /** The column of the `#` of a comment, or past every column. */
  readonly comment: number;
}

export interface RowKey {
  /** Without quotation marks. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** The column of the colon. */
  readonly colon: number;
}

/** Signs that a plain key cannot begin with. */
const notPlain = /^[[\]{},&*!|>%@`"'#]/;

/** Takes a line apart. */
export function parseRow(text: string): Row {
  const indent = text.search(/\S/);
  if (indent < 0) {
    const end = text.length;
    return { text, indent: end, dashes: [], content: end, value: end, end, comment: Number.POSITIVE_INFINITY };
  }
  const dashes: number[] = [];
  let content = indent;
  while (text[content] === '-' && (content + 1 === text.length || isSpace(text[content + 1]))) {
    dashes.push(content);
    content = skipSpaces(text, content + 1);
  }
  const key = text[content] === '#' ? undefined : readKey(text, content);
  const value = key ? skipSpaces(text, key.colon + 1) : content;
  const comment = commentIn(text, value);
  let end = Math.min(comment, text.length);
  while (end > value && isSpace(text[end - 1])) end--;
  return { text, indent, dashes, content, ...(key && { key }), value, end: Math.max(value, end), comment };
}

function readKey(text: string, from: number): RowKey | undefined {
  const first = text[from];
  if (first === '"' || first === "'") {
    const close = closingQuote(text, from);
    if (close === undefined) return undefined;
    const colon = skipSpaces(text, close + 1);
    if (text[colon] !== ':' || !endsKey(text[colon + 1])) return undefined;
    return { name: unquoted(text.slice(from, close + 1)), from, to: close + 1, colon };
  }
  if (first === undefined || notPlain.test(first)) return undefined;
  for (let colon = text.indexOf(':', from); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (!endsKey(text[colon + 1])) continue;
    const name = text.slice(from, colon).trimEnd();
    if (name === '' || /\s#/.test(name)) return undefined;
    return { name, from, to: from + name.length, colon };
  }
  return undefined;
}

function endsKey(sign: string | undefined): boolean {
  return sign === undefined || isSpace(sign);
}

/** The column of the quotation mark that closes the one at `from`; undefined when it stays open on this line. */
export function closingQuote(text: string, from: number): number | undefined {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return undefined;
}

/** What a scalar says, its quotation marks taken off. */
export function unquoted(scalar: string): string {
  const first = scalar[0];
  if (first !== '"' && first !== "'") return scalar;
  const inside = scalar.slice(1, scalar.length > 1 && scalar.endsWith(first) ? -1 : undefined);
  return first === "'" ? inside.replace(/''/g, "'") : inside.replace(/\\(.)/g, '$1');
}

/** Where a comment begins: a `#` at the value's start or after white space, not in a quotation. */
function commentIn(text: string, value: number): number {
  let from = value;
  const first = text[value];
  if (first === '"' || first === "'") {
    const close = closingQuote(text, value);
    if (close === undefined) return Number.POSITIVE_INFINITY;
    from = close + 1;
  } else if (first === '#') return value;
  for (let at = text.indexOf('#', from); at >= 0; at = text.indexOf('#', at + 1)) {
    if (isSpace(text[at - 1])) return at;
  }
  return Number.POSITIVE_INFINITY;
}

export function isSpace(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t';
}

export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (isSpace(text[at])) at++;
  return at;
}
