import type { Span } from '../../text/span.js';
import { tooManyAt } from './guard.js';
import type { Located, LocatedEntry, LocatedList, LocatedMap, LocatedScalar, YamlReading } from './located.js';
import { isHashWord } from './rows.js';
import { readBlockText } from './subset-block.js';
import { InlineReader } from './subset-inline.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const MINUS = 45;
const GREATER = 62;
const BAR = 124;

/** Deeper maps and lists, and lines set in further, are for the parser: `depthLimit` counts both. */
const deepest = 12;
const furthest = 40;

/**
 * Reads the YAML that most files are written in: maps and lists by lines, each value on one line or after `|` or `>`.
 * Gives exactly what the parser and all that follows it would give, many times faster, or undefined: then the text holds
 * something else, or something that has to be told, and the parser reads it. In doubt it is always undefined.
 */
export function readSubset(text: string): YamlReading | undefined {
  if (!isOrdinary(text) || tooManyAt(text) !== undefined) return undefined;
  return new SubsetReader(text).read();
}

/** False for tabs, other control characters, byte-order marks, and line breaks that only some readers take for one. */
function isOrdinary(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE) {
      if (code === LINE_FEED) continue;
      if (code !== CARRIAGE_RETURN || text.charCodeAt(at + 1) !== LINE_FEED) return false;
    } else if (code > 126 && (code < 160 || code === 0x2028 || code === 0x2029 || code === 0xfeff)) return false;
  }
  return true;
}

class SubsetReader {
  readonly #inline: InlineReader;
  /** The line at hand: its start, its first character that is no space, its end before the line break, the next line. */
  #start = 0;
  #content = 0;
  #end = 0;
  #next = 0;
  /** True after the last line. */
  #done = false;
  /** The start of the line after the one in which the value read last ends. */
  #after = 0;

  constructor(private readonly text: string) {
    this.#inline = new InlineReader(text);
  }

  read(): YamlReading | undefined {
    const fence = /^---\r?\n/.exec(this.text);
    if (!fence && this.text.startsWith('---')) return undefined;
    this.#next = fence?.[0].length ?? 0;
    if (!this.#advance()) return undefined;
    if (this.#done) return fence ? undefined : { root: undefined, problems: [] };
    const root = this.#nested(0);
    return root && this.#done ? { root, problems: [] } : undefined;
  }

  /** Goes to the next line that has more than a comment; false in doubt. */
  #advance(): boolean {
    const { text } = this;
    for (;;) {
      if (this.#next >= text.length) {
        this.#done = true;
        return true;
      }
      this.#take(this.#next);
      const start = this.#start;
      if (this.#content === this.#end) continue;
      if (this.#column > furthest) return false;
      if (text.charCodeAt(this.#content) === HASH) continue;
      // These are not texts at the start of a line, they part documents.
      if (this.#content === start && (text.startsWith('---', start) || text.startsWith('...', start))) return false;
      return true;
    }
  }

  /** Makes the line that starts at a place the one at hand. */
  #take(start: number): void {
    const { text } = this;
    const feed = text.indexOf('\n', start);
    let end = feed === -1 ? text.length : feed;
    this.#next = feed === -1 ? text.length : feed + 1;
    if (end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end--;
    let content = start;
    while (content < end && text.charCodeAt(content) === SPACE) content++;
    this.#start = start;
    this.#content = content;
    this.#end = end;
    this.#inline.load(start, end);
  }

  get #column(): number {
    return this.#content - this.#start;
  }

  /** The map or list that begins with the line at hand. */
  #nested(depth: number): Located | undefined {
    if (depth > deepest) return undefined;
    return this.#isDash(this.#content) ? this.#list(this.#content, depth) : this.#map(this.#content, depth);
  }

  #isDash(at: number): boolean {
    if (this.text.charCodeAt(at) !== MINUS) return false;
    return at + 1 === this.#end || this.text.charCodeAt(at + 1) === SPACE;
  }

  #map(first: number, depth: number): LocatedMap | undefined {
    const column = first - this.#start;
    const entries: LocatedEntry[] = [];
    let keys: Set<string> | undefined;
    for (let at = first; ; at = this.#content) {
      const entry = this.#entry(at, column, depth);
      if (!entry) return undefined;
      entries.push(entry);
      if (this.#done || this.#column < column) break;
      if (this.#column > column || this.#isDash(this.#content)) return undefined;
      keys ??= new Set([entry.key]);
    }
    if (keys) {
      for (const { key } of entries) keys.add(key);
      // Of a key that stands twice there is something to tell.
      if (keys.size < entries.length) return undefined;
    }
    return { kind: 'map', at: [first, entries.at(-1)!.value.at[1]], flow: false, entries };
  }

  #entry(at: number, column: number, depth: number): LocatedEntry | undefined {
    const key = this.#inline.key(at);
    if (!key) return undefined;
    const from = at === this.#content ? this.#start : at;
    const colon = this.#inline.colon + 1;
    const start = this.#skip(colon);
    let comment: Span | undefined;
    let value: Located | undefined;
    if (start === this.#end || this.text.charCodeAt(start) === HASH) {
      if (start < this.#end) {
        if (isHashWord(this.text, start)) return undefined;
        comment = [start, this.#end];
      }
      value = this.#below(column, depth, true, colon);
    } else {
      value = this.#value(start, column);
      comment = this.#comment;
    }
    if (!value) return undefined;
    return {
      key: key.value,
      keyAt: key.at,
      keyStyle: key.style,
      value,
      whole: [from, this.#wholeEnd(column)],
      indent: column,
      ...(comment && { comment }),
    };
  }

  /** What stands below a key or a dash that has nothing on its own line; nothing at all is an empty value. */
  #below(column: number, depth: number, ofKey: boolean, at: number): Located | undefined {
    this.#after = this.#next;
    if (!this.#advance()) return undefined;
    const deeper = !this.#done && this.#column > column;
    // The list of a key may stand at the key's own column.
    const beside = ofKey && !this.#done && this.#column === column && this.#isDash(this.#content);
    if (deeper || beside) return this.#nested(depth + 1);
    return { kind: 'scalar', value: '', at: [at, at], style: 'empty', exact: false };
  }

  /** The comment after the value that `#value` read last. */
  #comment: Span | undefined;

  /** A value that begins on the line at hand, after a key or a dash. */
  #value(at: number, column: number): Located | undefined {
    const code = this.text.charCodeAt(at);
    this.#comment = undefined;
    const value = code === BAR || code === GREATER ? this.#blockText(at, column) : this.#inLine(at, column);
    return value && this.#advance() ? value : undefined;
  }

  #inLine(at: number, column: number): Located | undefined {
    let value = this.#inline.value(at);
    let { end } = this.#inline;
    if (value?.kind === 'scalar' && value.style === 'plain' && this.#skip(end) === this.#end) {
      value = this.#wrapped(value, column);
      end = value ? value.at[1] : end;
    }
    if (!value) return undefined;
    const rest = this.#skip(end);
    if (rest < this.#end) {
      if (this.text.charCodeAt(rest) !== HASH || rest === end) return undefined;
      // `Theme #1` is a text cut by accident.
      if (value.kind === 'scalar' && value.style === 'plain' && isHashWord(this.text, rest)) return undefined;
      this.#comment = [rest, this.#end];
    }
    this.#after = this.#next;
    return value;
  }

  /** An unquoted text with the lines below that it goes on in: they are set in deeper than its key or dash. */
  #wrapped(first: LocatedScalar, column: number): LocatedScalar | undefined {
    const { text } = this;
    let { value } = first;
    let [, to] = first.at;
    while (this.#skip(to) === this.#end && this.#next < text.length) {
      let content = this.#next;
      while (text.charCodeAt(content) === SPACE) content++;
      const code = text.charCodeAt(content);
      const ends = Number.isNaN(code) || code === LINE_FEED || code === CARRIAGE_RETURN || code === HASH;
      if (ends || content - this.#next <= column) break;
      this.#take(this.#next);
      const end = this.#inline.plainEnd(content);
      if (end === undefined) return undefined;
      value += ` ${text.slice(content, end)}`;
      to = end;
    }
    return to === first.at[1] ? first : { ...first, value, at: [first.at[0], to], exact: false };
  }

  #blockText(at: number, column: number): LocatedScalar | undefined {
    const reading = readBlockText(this.text, at, this.#end, this.#next, column);
    if (!reading) return undefined;
    if (reading.comment !== undefined) this.#comment = [reading.comment, this.#end];
    this.#after = reading.after;
    this.#next = reading.next;
    return reading.value;
  }

  #list(first: number, depth: number): LocatedList | undefined {
    const column = first - this.#start;
    const items: Located[] = [];
    for (let at = first; ; at = this.#content) {
      const item = this.#item(at, column, depth);
      if (!item || isProse(item)) return undefined;
      items.push(item);
      if (this.#done || this.#column < column) break;
      if (this.#column > column) return undefined;
      if (!this.#isDash(this.#content)) break;
    }
    return { kind: 'list', at: [first, items.at(-1)!.at[1]], flow: false, items };
  }

  #item(dash: number, column: number, depth: number): Located | undefined {
    const at = this.#skip(dash + 1);
    if (at === this.#end) return this.#below(column, depth, false, dash + 1);
    if (this.#isDash(at)) return depth < deepest ? this.#list(at, depth + 1) : undefined;
    if (this.#inline.key(at)) return depth < deepest ? this.#map(at, depth + 1) : undefined;
    return this.#value(at, column);
  }

  #skip(from: number): number {
    let at = from;
    while (at < this.#end && this.text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  /** The end of an entry's lines: comments directly below it that are set in deeper than its key are its own. */
  #wholeEnd(column: number): number {
    const { text } = this;
    let at = this.#after;
    while (at < text.length) {
      let content = at;
      while (text.charCodeAt(content) === SPACE) content++;
      if (text.charCodeAt(content) !== HASH || content - at <= column) break;
      const feed = text.indexOf('\n', content);
      at = feed === -1 ? text.length : feed + 1;
    }
    return at;
  }
}

/** True for a list's item that may be a sentence with a colon in it, which is told. */
function isProse(item: Located): boolean {
  if (item.kind !== 'map' || item.flow || item.entries.length !== 1) return false;
  const { key, keyStyle } = item.entries[0]!;
  return keyStyle === 'plain' && key.length > 4 && key.split(/\s+/).length > 2;
}
