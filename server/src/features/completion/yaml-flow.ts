import { isSpace, unquoted } from './yaml-row.js';

/** Where a cursor stands between the brackets of `[a, b]` or `{a: b}`. */
export interface FlowSpot {
  /** The way down from the outermost bracket: names of keys, places in lists. Ends with the key whose value is typed. */
  readonly path: readonly (string | number)[];
  /** True where the name of a field of `{ }` is typed. */
  readonly key: boolean;
  /** The word under the cursor, in offsets of the text. */
  readonly from: number;
  readonly to: number;
  /** True when a colon stands behind the word. */
  readonly colon: boolean;
  /** The other items of the list, or the other fields between the braces. */
  readonly others: readonly string[];
  /** True where a colon or a bracket touches the word without the space that should part them. */
  readonly glued: boolean;
}

interface Frame {
  readonly sign: '[' | '{';
  index: number;
  key: string | undefined;
  /** Where the entry at hand begins, after its bracket or comma, and after its colon. */
  from: number;
  value: number;
  readonly said: string[];
}

/** Further than this after the cursor nothing is looked for. */
const ahead = 4000;

/**
 * Reads from the bracket at `open` to the cursor, and what of the innermost brackets follows it up to `limit`; undefined
 * when the bracket is closed before the cursor, or the cursor stands in a comment.
 */
export function flowSpot(text: string, open: number, cursor: number, limit: number): FlowSpot | undefined {
  const stack: Frame[] = [];
  let at = open;
  while (at < cursor) {
    const sign = text[at]!;
    const frame = stack.at(-1);
    if (frame && (sign === '"' || sign === "'") && isBlank(text, Math.max(frame.from, frame.value), at)) {
      const close = endOfQuote(text, at, limit);
      if (close >= cursor) break;
      at = close;
      continue;
    }
    if (sign === '#' && /\s/.test(text[at - 1] ?? '')) {
      const end = endOfLine(text, at);
      if (end >= cursor) return undefined;
      at = end;
      continue;
    }
    at++;
    if ((sign === '[' || sign === '{') && (!frame || isBlank(text, Math.max(frame.from, frame.value), at - 1))) {
      stack.push({ sign, index: 0, key: undefined, from: at, value: at, said: [] });
    } else if (sign === ']' || sign === '}') {
      if (frame) say(frame, text, at - 1);
      stack.pop();
      if (stack.length === 0) return undefined;
    } else if (sign === ',' && frame) {
      say(frame, text, at - 1);
      frame.index++;
      frame.from = at;
      frame.value = at;
      frame.key = undefined;
    } else if (sign === ':' && frame && frame.key === undefined && (at >= cursor || /[\s,\]}]/.test(text[at] ?? ' '))) {
      frame.key = unquoted(text.slice(frame.from, at - 1).trim());
      frame.value = at;
    }
  }
  const inner = stack.at(-1);
  return inner && spotIn(text, stack, inner, cursor, limit);
}

function spotIn(text: string, stack: readonly Frame[], inner: Frame, cursor: number, limit: number): FlowSpot {
  const path = stack.flatMap(frame => {
    const steps: (string | number)[] = frame.sign === '[' ? [frame.index] : [];
    if (frame.key !== undefined) steps.push(frame.key);
    return steps;
  });
  let from = Math.max(inner.from, inner.value);
  while (from < cursor && /\s/.test(text[from]!)) from++;
  // White space behind the cursor parts what is typed from the item that is there.
  let to = from === cursor && isSpace(text[cursor]) ? cursor : endOfWord(text, from, cursor, limit);
  while (to > cursor && isSpace(text[to - 1])) to--;
  let after = to;
  while (isSpace(text[after])) after++;
  const colon = text[after] === ':' && inner.key === undefined && /[\s,\]}]/.test(text[after + 1] ?? ' ');
  const others = [...inner.said, ...saidAfter(text, to, limit, inner)];
  const glued = inner.key !== undefined && from === inner.value;
  return { path, key: inner.sign === '{' && inner.key === undefined, from, to, colon, others, glued };
}

function endOfWord(text: string, from: number, cursor: number, limit: number): number {
  const quote = text[from];
  if ((quote === '"' || quote === "'") && from < cursor) {
    const close = endOfQuote(text, from, Math.min(limit, endOfLine(text, from)));
    if (close >= cursor) return close;
  }
  let to = cursor;
  while (to < limit && !/[,\]}\r\n[{]/.test(text[to]!)) {
    if (text[to] === ':' && /[\s,\]}]/.test(text[to + 1] ?? ' ')) break;
    if (text[to] === '#' && isSpace(text[to - 1])) break;
    to++;
  }
  return to;
}

/** What the entry that ends at `end` is: a list's item, or the key of a field. */
function say(frame: Frame, text: string, end: number): void {
  const word = frame.key ?? unquoted(text.slice(frame.from, end).trim());
  if (word !== '' && !/^[[{]/.test(word)) frame.said.push(word);
}

/** The items of the same brackets that follow the word, on its line and on the next as long as they look like items. */
function saidAfter(text: string, from: number, limit: number, { sign }: Frame): string[] {
  const close = sign === '[' ? ']' : '}';
  const end = text.slice(from, Math.min(limit, from + ahead)).indexOf(close);
  if (end < 0) return [];
  const rest = text.slice(from, from + end);
  if (/[[{]/.test(rest)) return [];
  return rest
    .split(',')
    .slice(1)
    .map(each => unquoted((sign === '{' ? each.replace(/:(\s[\s\S]*)?$/, '') : each.replace(/:\s[\s\S]*$/, '')).trim()))
    .filter(each => each !== '');
}

/** After the quotation mark that closes the one at `from`, or the limit. */
function endOfQuote(text: string, from: number, limit: number): number {
  const quote = text[from];
  for (let at = from + 1; at < limit; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at + 1;
    }
  }
  return limit;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!/\s/.test(text[at]!)) return false;
  return true;
}
