/** What a filter may go on with at its end. */
export type FilterSpot =
  /** A characteristic, `group:`, `NOT` or a bracket. */
  | { readonly expects: 'term'; readonly from: number }
  /** A value of a field; `among` are those that stand with it in round brackets already. */
  | {
      readonly expects: 'value';
      readonly from: number;
      readonly field: string;
      readonly quoted: boolean;
      readonly among: readonly string[] | undefined;
    }
  | { readonly expects: 'operator'; readonly from: number; readonly field: string }
  /** `AND`, `OR`, and what may follow the whole filter. */
  | { readonly expects: 'connector'; readonly from: number };

const name = /[\p{L}\p{N}_-]+/uy;
const operator = /\s*(?:<=|>=|<|>|=)\s*/uy;

/**
 * Reads a filter such as `country:UK AND NOT design:` and says what its end is waiting for; undefined where nothing can be
 * offered: behind an operator, or where the text is no filter.
 */
export function filterSpot(text: string): FilterSpot | undefined {
  let at = 0;
  let term = true;
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    if (!term) {
      if (text[at] === ')') {
        at++;
        continue;
      }
      const word = matchAt(name, text, at);
      if (at + word.length >= text.length) return { expects: 'connector', from: at };
      if (word !== 'AND' && word !== 'OR' && word !== 'of') return undefined;
      at += word.length;
      term = true;
      continue;
    }
    if (text[at] === '(') {
      at++;
      continue;
    }
    const word = matchAt(name, text, at);
    if (at + word.length >= text.length) return { expects: 'term', from: at };
    if (word === '') return undefined;
    if (word === 'NOT') {
      at += word.length;
      continue;
    }
    const after = at + word.length;
    const read = text[after] === ':' ? readValue(text, after + 1, word) : readNumber(text, after, word);
    if (typeof read !== 'number') return read;
    at = read;
    term = false;
  }
}

/** Reads what follows `field:`. Gives where it ends, or the spot when the text ends in it. */
function readValue(text: string, from: number, field: string): number | FilterSpot {
  const first = text[from];
  if (first === '"') {
    const close = text.indexOf('"', from + 1);
    return close < 0 ? { expects: 'value', from: from + 1, field, quoted: true, among: undefined } : close + 1;
  }
  if (first === '(') return readAmong(text, from + 1, field);
  let at = from;
  while (at < text.length && !/[\s)|]/.test(text[at]!)) at++;
  return at >= text.length ? { expects: 'value', from, field, quoted: false, among: undefined } : at;
}

function readAmong(text: string, from: number, field: string): number | FilterSpot {
  const among: string[] = [];
  let at = from;
  for (;;) {
    while (at < text.length && /[\s,]/.test(text[at]!)) at++;
    if (text[at] === ')') return at + 1;
    const quoted = text[at] === '"';
    const start = quoted ? at + 1 : at;
    let end = start;
    while (end < text.length && !(quoted ? text[end] === '"' : /[,)"]/.test(text[end]!))) end++;
    if (end >= text.length) return { expects: 'value', from: start, field, quoted, among };
    among.push(text.slice(start, end).replace(/\s+only\s*$/, ''));
    at = quoted || text[end] === '"' ? end + 1 : end;
  }
}

function readNumber(text: string, from: number, field: string): number | FilterSpot | undefined {
  const sign = matchAt(operator, text, from);
  if (sign === '') {
    const rest = text.slice(from);
    return /^\s+[<>=]?$/.test(rest) ? { expects: 'operator', from: from + rest.search(/\S|$/), field } : undefined;
  }
  const number = matchAt(/[\d.]*/y, text, from + sign.length);
  const end = from + sign.length + number.length;
  return end >= text.length || number === '' ? undefined : end;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
