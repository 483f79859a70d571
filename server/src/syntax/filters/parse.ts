import type { Filter, FilterError, FilterReading, Sign, Word } from './filter.js';

/** Deeper brackets than these nobody can read, and reading them would fill the stack. */
const deepest = 50;
/** Longer filters than this are no filters. */
const longest = 5000;

/** A name or an unquoted value: whatever has no meaning of its own in a filter. */
const bare = /[^\s()"|,:<>=]+/uy;
const sign = /<=|>=|<|>|=/y;
const numeral = /\d+(?:\.\d+)?/y;

/**
 * Reads a filter such as `country:UK AND NOT (design:review OR participants < 10)`, from an offset to the end of a text. Places
 * count from the start of the text.
 */
export function parseFilter(text: string, from = 0): FilterReading {
  if (text.length - from > longest) return { error: { expected: 'shorter', at: [from, text.length], found: '' } };
  const parser = new Parser(text, from);
  try {
    const filter = parser.alternatives(0);
    parser.end();
    return { filter };
  } catch (error) {
    if (error instanceof Failure) return { error: error.error };
    throw error;
  }
}

/** Left by way of an exception within this file alone, so that every rule need not hand it on. */
class Failure {
  constructor(readonly error: FilterError) {}
}

class Parser {
  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  alternatives(depth: number): Filter {
    if (depth > deepest) this.fail('shorter');
    const parts = [this.all(depth)];
    while (this.word('OR')) parts.push(this.all(depth));
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
  }

  end(): void {
    this.space();
    if (this.at >= this.text.length) return;
    this.fail(this.text[this.at] === ')' ? 'end' : 'connector');
  }

  private all(depth: number): Filter {
    const parts = [this.one(depth)];
    while (this.word('AND')) parts.push(this.one(depth));
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
  }

  private one(depth: number): Filter {
    if (depth > deepest) this.fail('shorter');
    if (this.word('NOT')) return { kind: 'not', part: this.one(depth + 1) };
    this.space();
    if (this.text[this.at] === '(') {
      this.at++;
      const inner = this.alternatives(depth + 1);
      this.space();
      if (this.text[this.at] !== ')') this.fail(this.at >= this.text.length ? 'bracket' : 'connector');
      this.at++;
      return inner;
    }
    return this.condition();
  }

  private condition(): Filter {
    const field = this.take(bare);
    if (!field || /^(?:AND|OR)$/.test(field.text)) this.fail('condition', field);
    this.space();
    if (this.text[this.at] === ':') {
      this.at++;
      // `group: x` is read like `group:x`: a space too many is no reason to complain.
      this.space();
      if (field.text.toLowerCase() === 'group') return { kind: 'group', name: this.value() };
      return this.text[this.at] === '(' ? this.exactly(field) : { kind: 'value', field, value: this.value() };
    }
    const found = this.take(sign);
    if (!found) this.fail('colon', undefined, field);
    this.space();
    const number = this.take(numeral);
    if (!number) this.fail('number');
    return { kind: 'compare', field, sign: found.text as Sign, number: Number(number.text) };
  }

  /** `(interview, "focus group" only)`. */
  private exactly(field: Word): Filter {
    this.at++;
    const values: Word[] = [];
    for (;;) {
      this.space();
      values.push(this.listed());
      this.space();
      if (this.text[this.at] === ',') this.at++;
      else break;
    }
    if (!this.word('only')) this.fail('only');
    this.space();
    if (this.text[this.at] !== ')') this.fail('bracket');
    this.at++;
    return { kind: 'exactly', field, values };
  }

  private value(): Word {
    this.space();
    if (this.text[this.at] === '"') return this.quotation();
    const word = this.take(bare);
    if (!word) this.fail('value');
    return word;
  }

  /** In a list a value may have spaces: it ends at a comma or before `only`. */
  private listed(): Word {
    if (this.text[this.at] === '"') return this.quotation();
    const words = /[^()"|,]+/y;
    words.lastIndex = this.at;
    const found =
      words
        .exec(this.text)?.[0]
        .replace(/\s+only\s*$/, '')
        .trimEnd() ?? '';
    if (found === '' || found === 'only') this.fail('value');
    const at = [this.at, this.at + found.length] as const;
    this.at += found.length;
    return { text: found, at };
  }

  private quotation(): Word {
    const from = this.at + 1;
    const to = this.text.indexOf('"', from);
    if (to < 0) this.fail('quote');
    this.at = to + 1;
    if (this.text.slice(from, to).trim() === '') {
      this.at = from;
      this.fail('value');
    }
    return { text: this.text.slice(from, to), at: [from, to] };
  }

  private space(): void {
    while (this.at < this.text.length && /\s/.test(this.text[this.at]!)) this.at++;
  }

  private take(pattern: RegExp): Word | undefined {
    this.space();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (!found) return undefined;
    const at = [this.at, this.at + found.length] as const;
    this.at += found.length;
    return { text: found, at };
  }

  /** Takes a word of the grammar, when it stands there by itself. */
  private word(word: string): boolean {
    this.space();
    const after = this.text[this.at + word.length];
    if (!this.text.startsWith(word, this.at) || (after !== undefined && !/[\s()"]/.test(after))) return false;
    this.at += word.length;
    return true;
  }

  private fail(expected: FilterError['expected'], found?: Word, before?: Word): never {
    if (found) throw new Failure({ expected, at: found.at, found: found.text });
    const rest = /^\S*/.exec(this.text.slice(this.at))?.[0] ?? '';
    if (before && rest === '') throw new Failure({ expected, at: before.at, found: before.text });
    throw new Failure({ expected, at: [this.at, this.at + rest.length], found: rest });
  }
}
