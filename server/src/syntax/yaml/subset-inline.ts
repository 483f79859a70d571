import type { Located, LocatedEntry, LocatedList, LocatedMap, LocatedScalar } from './located.js';

const SPACE = 32;
const DOUBLE = 34;
const HASH = 35;
const SINGLE = 39;
const COMMA = 44;
const MINUS = 45;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/** Brackets in brackets, deeper than anybody writes them on one line. */
const deepest = 6;
/** YAML admits keys of up to 1,024 characters. */
const longestKey = 1000;

/** Signs that an unquoted text may not begin with, or that mean something else there. */
const special = new Set(Array.from('-?:,[]{}#&*!|>\'"%@`', sign => sign.charCodeAt(0)));

/**
 * Reads what stands on one line of plain YAML: keys, texts with and without quotes, and lists and maps in brackets. Gives
 * undefined wherever there is a doubt, and there is one in everything that YAML refuses or that is told as a problem.
 */
export class InlineReader {
  /** After what was read last. */
  end = 0;
  /** The colon after the key that was read last. */
  colon = 0;
  #lineStart = 0;
  #lineEnd = 0;

  constructor(private readonly text: string) {}

  /** Turns to a line: its first character, and the place before its line break. */
  load(start: number, end: number): void {
    this.#lineStart = start;
    this.#lineEnd = end;
  }

  /** The value that begins at a place and ends on this line, white space and a comment after it left. */
  value(at: number): Located | undefined {
    const code = this.text.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE) return this.quoted(at);
    if (code === OPEN_LIST) return this.#flowList(at, 0);
    if (code === OPEN_MAP) return this.#flowMap(at, 0);
    return this.#plain(at);
  }

  /** The key of a block map that begins at a place; undefined where no colon follows it. */
  key(at: number): LocatedScalar | undefined {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE) {
      const key = this.quoted(at);
      return key && this.#endsKey(this.end, false) && key.value !== '' ? key : undefined;
    }
    if (!this.#beginsPlain(at)) return undefined;
    for (let i = at; i < this.#lineEnd; i++) {
      const here = text.charCodeAt(i);
      if (here === HASH && text.charCodeAt(i - 1) === SPACE) return undefined;
      if (here === COLON && this.#endsKey(i, false)) return this.#plainKey(at, i);
    }
    return undefined;
  }

  /** A text in quotes, with the plainest escapes only. */
  quoted(at: number): LocatedScalar | undefined {
    const { text } = this;
    const sign = text.charCodeAt(at);
    let value = '';
    let from = at + 1;
    for (let i = at + 1; i < this.#lineEnd; i++) {
      const code = text.charCodeAt(i);
      if (code === BACKSLASH && sign === DOUBLE) {
        const next = text.charCodeAt(i + 1);
        if ((next !== DOUBLE && next !== BACKSLASH) || i + 1 >= this.#lineEnd) return undefined;
        value += text.slice(from, i);
        from = ++i;
      } else if (code === sign) {
        if (sign === DOUBLE || i + 1 >= this.#lineEnd || text.charCodeAt(i + 1) !== SINGLE) {
          this.end = i + 1;
          const style = sign === DOUBLE ? 'double' : 'single';
          return { kind: 'scalar', value: value + text.slice(from, i), at: [at, i + 1], style, exact: false };
        }
        value += text.slice(from, i);
        from = ++i;
      }
    }
    return undefined;
  }

  /** An unquoted text in a block: up to the line's end or a comment. */
  #plain(at: number): LocatedScalar | undefined {
    const end = this.#beginsPlain(at) ? this.plainEnd(at) : undefined;
    return end === undefined ? undefined : this.#told(at, end);
  }

  /** Where an unquoted text ends that goes on at a place of this line: after its last letter. */
  plainEnd(at: number): number | undefined {
    const { text } = this;
    let end = at;
    for (; end < this.#lineEnd; end++) {
      const code = text.charCodeAt(end);
      if (code === HASH && text.charCodeAt(end - 1) === SPACE) break;
      if (code === COLON && (end + 1 === this.#lineEnd || text.charCodeAt(end + 1) === SPACE)) return undefined;
    }
    while (end > at && text.charCodeAt(end - 1) === SPACE) end--;
    return end;
  }

  #told(at: number, to: number): LocatedScalar {
    let end = to;
    while (this.text.charCodeAt(end - 1) === SPACE) end--;
    this.end = end;
    return { kind: 'scalar', value: this.text.slice(at, end), at: [at, end], style: 'plain', exact: true };
  }

  #plainKey(at: number, colon: number): LocatedScalar | undefined {
    const key = this.#told(at, colon);
    this.colon = colon;
    // `<<` would merge another map into this one.
    return colon - at > longestKey || key.value === '<<' ? undefined : key;
  }

  /** True for a letter, a digit and any other sign that YAML reads as the beginning of an unquoted text. */
  #beginsPlain(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (!special.has(code)) return true;
    if (code !== MINUS || at + 1 >= this.#lineEnd) return false;
    const next = this.text.charCodeAt(at + 1);
    return next !== SPACE && !special.has(next);
  }

  /** True for a colon with a space or, in a block, the end of the line after it. */
  #endsKey(at: number, inFlow: boolean): boolean {
    if (at >= this.#lineEnd || this.text.charCodeAt(at) !== COLON) return false;
    this.colon = at;
    return at + 1 === this.#lineEnd ? !inFlow : this.text.charCodeAt(at + 1) === SPACE;
  }

  #flowValue(at: number, depth: number): Located | undefined {
    const code = this.text.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE) return this.quoted(at);
    if (code === OPEN_LIST) return depth < deepest ? this.#flowList(at, depth + 1) : undefined;
    if (code === OPEN_MAP) return depth < deepest ? this.#flowMap(at, depth + 1) : undefined;
    const end = this.#flowPlainEnd(at);
    return end !== undefined && this.text.charCodeAt(end) !== COLON ? this.#told(at, end) : undefined;
  }

  /** Where an unquoted text in brackets ends: at a comma, a closing bracket, or a colon that ends a key. */
  #flowPlainEnd(at: number): number | undefined {
    const { text } = this;
    if (!this.#beginsPlain(at)) return undefined;
    for (let i = at; i < this.#lineEnd; i++) {
      switch (text.charCodeAt(i)) {
        case COMMA:
        case CLOSE_LIST:
        case CLOSE_MAP:
          return i;
        case OPEN_LIST:
        case OPEN_MAP:
          return undefined;
        case HASH:
          if (text.charCodeAt(i - 1) === SPACE) return undefined;
          break;
        case COLON: {
          const next = i + 1 < this.#lineEnd ? text.charCodeAt(i + 1) : SPACE;
          if (next === SPACE) return i;
          if (next === COMMA || next === OPEN_LIST || next === CLOSE_LIST || next === OPEN_MAP || next === CLOSE_MAP) {
            return undefined;
          }
        }
      }
    }
    return undefined;
  }

  #flowList(at: number, depth: number): LocatedList | undefined {
    const items: Located[] = [];
    let i = this.#skip(at + 1);
    if (this.text.charCodeAt(i) !== CLOSE_LIST) {
      for (;;) {
        const item = this.#flowValue(i, depth);
        if (!item) return undefined;
        items.push(item);
        i = this.#skip(this.end);
        if (this.text.charCodeAt(i) !== COMMA) break;
        i = this.#skip(i + 1);
      }
    }
    if (i >= this.#lineEnd || this.text.charCodeAt(i) !== CLOSE_LIST) return undefined;
    this.end = i + 1;
    return { kind: 'list', at: [at, i + 1], flow: true, items };
  }

  #flowMap(at: number, depth: number): LocatedMap | undefined {
    const entries: LocatedEntry[] = [];
    let i = this.#skip(at + 1);
    if (this.text.charCodeAt(i) !== CLOSE_MAP) {
      for (;;) {
        const entry = this.#flowEntry(i, depth);
        if (!entry || entries.some(({ key }) => key === entry.key) || entries.length > 50) return undefined;
        entries.push(entry);
        i = this.#skip(this.end);
        if (this.text.charCodeAt(i) !== COMMA) break;
        i = this.#skip(i + 1);
      }
    }
    if (i >= this.#lineEnd || this.text.charCodeAt(i) !== CLOSE_MAP) return undefined;
    this.end = i + 1;
    return { kind: 'map', at: [at, i + 1], flow: true, entries };
  }

  #flowEntry(at: number, depth: number): LocatedEntry | undefined {
    const key = this.#flowKey(at);
    if (!key) return undefined;
    const start = this.#skip(this.colon + 1);
    const value = start < this.#lineEnd ? this.#flowValue(start, depth) : undefined;
    if (!value) return undefined;
    const whole = [at, value.at[1]] as const;
    const indent = at - this.#lineStart;
    return { key: key.value, keyAt: key.at, keyStyle: key.style, value, whole, indent };
  }

  #flowKey(at: number): LocatedScalar | undefined {
    const code = this.text.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE) {
      const key = this.quoted(at);
      return key && this.#endsKey(this.end, true) && key.value !== '' ? key : undefined;
    }
    const end = this.#flowPlainEnd(at);
    return end !== undefined && this.#endsKey(end, true) ? this.#plainKey(at, end) : undefined;
  }

  #skip(from: number): number {
    let at = from;
    while (at < this.#lineEnd && this.text.charCodeAt(at) === SPACE) at++;
    return at;
  }
}
