import { decodeEntity } from './entities.js';

/** Plain text made of a text with markup, and where its parts came from. */
export interface Stripped {
  readonly text: string;
  /** Offsets in `text` at which a part begins, in order, and the offset of each in the source. */
  readonly starts: readonly number[];
  readonly sources: readonly number[];
}

/** Elements whose content is not read by readers of the page. */
const unread = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'head']);
/** Elements inside a line: a word may go on behind them. Every other one ends a line. */
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup u var wbr'.split(' '),
);
const tag = /<(?:!--|[!?/]?[A-Za-z])/g;
const entity = /&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,30});/y;

/**
 * The words of a page in HTML. Nothing is executed or fetched, and no tree is built: tags are left out, entities are decoded,
 * raised numbers (notes) are dropped. It takes time in proportion to the text, whatever the text is.
 */
export function stripHtml(html: string): Stripped {
  const parts: string[] = [];
  const starts: number[] = [];
  const sources: number[] = [];
  let length = 0;
  const put = (text: string, source: number): void => {
    if (text === '') return;
    parts.push(text);
    starts.push(length);
    sources.push(source);
    length += text.length;
  };
  const putWords = (from: number, to: number): void => {
    let start = from;
    for (let at = html.indexOf('&', from); at !== -1 && at < to; at = html.indexOf('&', at + 1)) {
      entity.lastIndex = at;
      const found = entity.exec(html)?.[0];
      if (!found || at + found.length > to) continue;
      put(html.slice(start, at), start);
      put(decodeEntity(found), at);
      start = at + found.length;
    }
    put(html.slice(start, to), start);
  };
  let at = 0;
  for (;;) {
    tag.lastIndex = at;
    const open = tag.exec(html)?.index ?? html.length;
    putWords(at, open);
    if (open >= html.length) break;
    const close = html.startsWith('<!--', open) ? endOf(html, '-->', open + 4) : endOfTag(html, open);
    const name = /^<\/?([A-Za-z][A-Za-z0-9]*)/.exec(html.slice(open, open + 40))?.[1]?.toLowerCase();
    at = close;
    if (name === undefined) continue;
    if (html[open + 1] !== '/' && html[close - 2] !== '/' && unread.has(name)) at = behindElement(html, name, close);
    else if (name === 'sup' && html[open + 1] !== '/') at = behindNote(html, close);
    if (!inline.has(name)) put('\n', open);
  }
  return { text: parts.join(''), starts, sources };
}

/** Where an offset of the plain text lies in its source. */
export function sourceOffset({ starts, sources }: Stripped, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return starts.length === 0 ? 0 : sources[low]! + (offset - starts[low]!);
}

function endOf(html: string, end: string, from: number): number {
  const at = html.indexOf(end, from);
  return at === -1 ? html.length : at + end.length;
}

/** Behind the `>` of a tag; one inside a quoted attribute does not count. */
function endOfTag(html: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < html.length; at++) {
    const sign = html[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at + 1;
    else if ((sign === '"' || sign === "'") && html[at - 1] === '=') quote = sign;
  }
  return html.length;
}

function behindElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\s*>`, 'gi');
  end.lastIndex = from;
  return end.exec(html) ? end.lastIndex : html.length;
}

/** Behind a raised number or sign; raised letters, as in 1st, are words. */
function behindNote(html: string, from: number): number {
  const note = /\s{0,4}(?:<a\b[^<>]{0,300}>)?[\s\d,*†‡§[\]–-]{1,20}(?:<\/a>)?\s{0,4}<\/sup>/iy;
  note.lastIndex = from;
  return note.exec(html) ? note.lastIndex : from;
}
