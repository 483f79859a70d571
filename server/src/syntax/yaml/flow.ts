import type { Span } from '../../text/span.js';
import type { SyntaxProblem } from './located.js';
import { type Patch, placeholder } from './patches.js';
import { problem, shown, yamlCodes } from './problems.js';
import { folded, isBlank, trimmedEnd } from './rows.js';

/** What reading one `[ ]` or `{ }` found. */
export interface FlowReading {
  /** After the closing bracket; undefined when it is not closed before the limit. */
  readonly end: number | undefined;
  readonly patches: readonly Patch[];
  readonly problems: readonly SyntaxProblem[];
}

interface Open {
  readonly sign: string;
  readonly at: number;
  /** Whether a colon was read in the entry at hand. */
  keyed: boolean;
  /** Where the value of the entry at hand starts, once one has. */
  value: number | undefined;
  /** Whether the entry at hand has anything yet. */
  filled: boolean;
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/**
 * Reads a flow collection as YAML would, and where YAML would stumble over prose (a second colon, a quote that goes on,
 * a special first sign, a `#` that hides the closing bracket, a bracket never closed) proposes patches that let it pass.
 * `limit` is where the lines end that can belong to it.
 */
export function readFlow(text: string, start: number, limit: number, knownKeys?: ReadonlySet<string>): FlowReading {
  return new FlowReader(text, limit, knownKeys).read(start);
}

class FlowReader {
  readonly #patches: Patch[] = [];
  readonly #problems: SyntaxProblem[] = [];
  readonly #stack: Open[] = [];
  #at = 0;
  /** After the last character that is neither white space nor comment. */
  #last = 0;

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly knownKeys: ReadonlySet<string> | undefined,
  ) {}

  read(start: number): FlowReading {
    this.#at = start;
    this.#last = start;
    while (this.#at < this.limit) {
      if (this.#step()) return this.#reading(this.#at);
    }
    this.#close();
    return this.#reading(undefined);
  }

  #reading(end: number | undefined): FlowReading {
    return { end, patches: this.#patches, problems: this.#problems };
  }

  /** Reads one token; true when it closed the outermost bracket. */
  #step(): boolean {
    const sign = this.text[this.#at]!;
    const top = this.#stack.at(-1);
    if (/\s/.test(sign)) {
      this.#at++;
      return false;
    }
    if (sign === '#' && /\s/.test(this.text[this.#at - 1] ?? ' ')) {
      const end = this.#lineEnd(this.#at);
      if (!this.#hidesClosing(this.#at, end)) {
        this.#at = end;
        return false;
      }
    }
    if (sign === '[' || sign === '{') {
      if (top) {
        top.value ??= this.#at;
        top.filled = true;
      }
      this.#stack.push({ sign, at: this.#at, keyed: false, value: undefined, filled: false });
    } else if (top && (sign === ']' || sign === '}')) {
      return this.#closing(sign, top);
    } else if (top && sign === ',') {
      if (!top.filled) this.#strayComma();
      top.filled = false;
      top.keyed = false;
      top.value = undefined;
    } else if (top && sign === ':' && this.#isColon(this.#at)) {
      top.keyed = true;
      top.filled = true;
      top.value = undefined;
    } else if (top) {
      this.#scalar(sign, top);
      return false;
    }
    this.#at++;
    this.#last = this.#at;
    return false;
  }

  /** `[a, , b]`: nothing stands between two commas. */
  #strayComma(): void {
    const at: Span = [this.#at, this.#at + 1];
    this.#patches.push({ start: at[0], end: at[1], text: ' ' });
    this.#problems.push(problem(yamlCodes.unreadable, at, { detail: 'unexpected', text: ',' }));
  }

  #closing(sign: string, top: Open): boolean {
    const wanted = closers[top.sign]!;
    if (sign !== wanted) {
      this.#patches.push({ start: this.#at, end: this.#at + 1, text: wanted });
      this.#problems.push(unclosed(top.at, top.sign));
    }
    this.#stack.pop();
    this.#at++;
    this.#last = this.#at;
    return this.#stack.length === 0;
  }

  /** At the limit with brackets open: they are closed after what was last read. */
  #close(): void {
    const closing = this.#stack.map(open => closers[open.sign]!).reverse();
    this.#patches.push({ start: this.#last, end: this.#last, text: closing.join('') });
    const outer = this.#stack[0];
    if (outer) this.#problems.push(unclosed(outer.at, outer.sign));
  }

  #scalar(sign: string, top: Open): void {
    const start = this.#at;
    top.value ??= start;
    top.filled = true;
    if ((sign === '"' || sign === "'") && this.#quoted(sign, start)) return;
    let end = this.#plainEnd(start);
    if (end === start) end = start + 1;
    const special = isSpecial(this.text, start, end);
    if (this.text[end] === ':' && top.keyed) {
      this.#secondColon(top, top.value, end);
    } else if (special || (sign === '#' && start > 0)) {
      const stop = sign === '#' ? this.#entryEnd(start) : end;
      this.#recover(sign === '#' ? yamlCodes.commentCuts : yamlCodes.specialStart, [top.value, stop], sign);
    } else if (this.text[end] === '#' && this.#hidesClosing(end, this.#lineEnd(end))) {
      this.#recover(yamlCodes.commentCuts, [top.value, this.#entryEnd(end)], '#');
    } else {
      this.#at = end;
      this.#last = trimmedEnd(this.text, start, end);
    }
  }

  /** Reads a quoted scalar; false when the quote is no quote, and the text is to be read as plain. */
  #quoted(sign: string, start: number): boolean {
    const end = quoteEnd(this.text, start, this.limit);
    if (end === undefined) {
      const stop = this.#entryEnd(start);
      this.#patches.push({ start: stop, end: stop, text: closingQuote(this.text, start, stop) });
      this.#problems.push(unclosed(start, sign));
      this.#at = stop;
      this.#last = stop;
      return true;
    }
    let next = end;
    while (next < this.limit && /\s/.test(this.text[next]!)) next++;
    const after = this.text[next];
    const fits = next >= this.limit || after === undefined || ',:]}'.includes(after) || (after === '#' && next > end);
    if (!fits) {
      const stop = this.#entryEnd(end);
      this.#recover(yamlCodes.specialStart, [start, stop], sign);
      return true;
    }
    this.#at = end;
    this.#last = end;
    return true;
  }

  /** `label: Recovery: a journey` inside brackets: prose, or, before a key that we know, a forgotten comma. */
  #secondColon(top: Open, value: number, colon: number): void {
    let word = colon;
    while (word > value && /[\w-]/.test(this.text[word - 1]!)) word--;
    if (word > value && this.knownKeys?.has(this.text.slice(word, colon))) {
      const end = trimmedEnd(this.text, value, word);
      this.#patches.push({ start: end, end, text: ',' });
      this.#problems.push(
        problem(yamlCodes.unreadable, [word, colon], { detail: 'missing-comma', text: this.text.slice(word, colon) }),
      );
      this.#at = colon;
      this.#last = colon;
      top.keyed = false;
      top.value = undefined;
      return;
    }
    this.#recover(yamlCodes.colonSwallows, [value, this.#entryEnd(colon)], ':');
  }

  #recover(code: string, at: Span, sign: string): void {
    const [start, end] = at;
    const value = folded(this.text.slice(start, end));
    this.#patches.push({ start, end, text: placeholder, value: { value, at, style: 'plain' } });
    this.#problems.push(problem(code, at, { value: shown(value), sign }));
    this.#at = end;
    this.#last = end;
  }

  /** Where a plain scalar ends in brackets, on its line: before a bracket, comma, colon or comment. */
  #plainEnd(start: number): number {
    let at = start;
    for (; at < this.limit; at++) {
      const sign = this.text[at]!;
      if (sign === '\n' || sign === '\r' || ',[]{}'.includes(sign)) break;
      if (sign === ':' && this.#isColon(at)) break;
      if (sign === '#' && at > start && isBlank(this.text[at - 1])) break;
    }
    return at;
  }

  /** Where the entry at hand ends on its line: before the next comma or closing bracket. */
  #entryEnd(from: number): number {
    let at = from;
    while (at < this.limit && !'\n\r,]}'.includes(this.text[at]!)) at++;
    return Math.max(from, trimmedEnd(this.text, from, at));
  }

  #isColon(at: number): boolean {
    const next = this.text[at + 1];
    return next === undefined || at + 1 >= this.limit || /[\s,[\]{}]/.test(next);
  }

  #lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end === -1 || end > this.limit ? this.limit : end;
  }

  /** True for ` #1 of two}`: the closing bracket is in what YAML takes for a comment. */
  #hidesClosing(at: number, end: number): boolean {
    const next = this.text[at + 1];
    if (next === undefined || at + 1 >= end || /[\s#]/.test(next)) return false;
    const closer = closers[this.#stack.at(-1)?.sign ?? ''];
    const rest = this.text.slice(at, end);
    return closer !== undefined && rest.includes(closer) && !rest.includes('[') && !rest.includes('{');
  }
}

/** Where a quoted scalar that starts at an offset ends, after its closing quote; undefined when not before `limit`. */
export function quoteEnd(text: string, start: number, limit: number): number | undefined {
  const sign = text[start];
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === '\\' && sign === '"') at++;
    else if (text[at] === sign) {
      if (sign === "'" && text[at + 1] === "'" && at + 1 < limit) at++;
      else return at + 1;
    }
  }
  return undefined;
}

/** What to put at `end` to close the quote that starts at `start`: a lone backslash before it would hide it. */
export function closingQuote(text: string, start: number, end: number): string {
  const sign = text[start]!;
  if (sign !== '"') return sign;
  let slashes = 0;
  while (end - slashes - 1 > start && text[end - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 1 ? `\\${sign}` : sign;
}

/** The problem of a quote or bracket that is never closed. */
export function unclosed(at: number, sign: string): SyntaxProblem {
  const what = sign === '[' ? 'bracket' : sign === '{' ? 'brace' : 'quote';
  return problem(yamlCodes.unclosed, [at, at + 1], { what });
}

/** True for a text in brackets that YAML refuses for its first sign. */
function isSpecial(text: string, start: number, end: number): boolean {
  const sign = text[start]!;
  if ('@%`|>'.includes(sign)) return true;
  if (sign !== '*' && sign !== '&') return false;
  const word = text.slice(start, trimmedEnd(text, start, end));
  return /^[*&](\s|$)/.test(word) || (sign === '*' && /\s/.test(word));
}
