import {
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../../text/span.js';
import { AliasBook } from './aliases.js';
import type { Located, LocatedEntry, LocatedMap, LocatedScalar, ScalarStyle, SyntaxProblem } from './located.js';
import type { Patched } from './patches.js';
import { problem, shown, yamlCodes } from './problems.js';
import { folded, isBlank, isHashWord, type Rows, trimmedEnd } from './rows.js';

type Tokens = readonly CST.SourceToken[] | undefined;

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/**
 * Turns the parser's tree into located values with places in the text as it was written, and finds the traps that
 * the parser lets pass: they are valid YAML that says something else than was meant.
 */
export class Converter {
  readonly problems: SyntaxProblem[] = [];
  readonly #aliases: AliasBook;

  /** `text` is what was given; `rows` are its lines; `patched` is what the parser saw of it. */
  constructor(
    private readonly text: string,
    private readonly rows: Rows,
    private readonly patched: Patched,
    private readonly knownKeys: ReadonlySet<string> | undefined,
  ) {
    this.#aliases = new AliasBook(patched.text, this.problems);
  }

  convert(node: Node, properties: Tokens): Located {
    return this.#node(node, properties, false);
  }

  #node(node: Node, properties: Tokens, inFlow: boolean): Located {
    this.#tags(properties);
    const anchor = isAlias(node) ? undefined : node.anchor;
    if (isAlias(node)) return this.#alias(node.source, this.#span(node));
    if (anchor) this.#aliases.open(anchor);
    const before = this.#aliases.count;
    this.#aliases.count++;
    const value = isMap(node)
      ? this.#map(node)
      : isSeq(node)
        ? this.#list(node)
        : this.#scalar(node as Scalar, properties, inFlow);
    if (anchor) this.#aliases.close(anchor, value, this.#aliases.count - before);
    return value;
  }

  #alias(name: string, at: Span): Located {
    const value = this.#aliases.resolve(name, at);
    if (value) return value;
    const source = this.text.slice(at[0], at[1]);
    this.problems.push(problem(yamlCodes.specialStart, at, { value: shown(source), sign: '*' }));
    return { kind: 'scalar', value: source, at, style: 'plain', exact: true };
  }

  #scalar(node: Scalar, properties: Tokens, inFlow: boolean): LocatedScalar {
    const range = node.range ?? [0, 0, 0];
    const recovered = this.patched.valueAt(range[0]);
    if (recovered) return this.#told(recovered.value, recovered.at, recovered.style);
    const [start, written] = this.#span(node);
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    const value = typeof node.value === 'string' ? node.value : (node.source ?? '');
    if (style === 'literal' || style === 'folded') {
      return this.#told(value, [start, Math.max(start, trimmedEnd(this.text, start, written))], style);
    }
    if (style !== 'plain') return this.#told(value, [start, written], style);
    if (value === '') return this.#told('', [start, start], 'empty');
    const anchor = properties?.find(token => token.type === 'anchor');
    if (anchor && (anchor.source === '&' || !this.#aliases.isNamed(anchor.source.slice(1)))) {
      return this.#ampersand(anchor, start, written);
    }
    return inFlow ? this.#told(value, [start, written], 'plain') : this.#uncut(value, [start, written]);
  }

  /** `&c others`: nothing refers to this anchor, so it is the start of a text. */
  #ampersand(anchor: CST.SourceToken, start: number, end: number): LocatedScalar {
    const from = this.patched.toSource(anchor.offset);
    if (this.rows.lineOf(from) !== this.rows.lineOf(start)) {
      return this.#told(folded(this.text.slice(start, end)), [start, end], 'plain');
    }
    const value = folded(this.text.slice(from, end));
    this.problems.push(problem(yamlCodes.specialStart, [from, end], { value: shown(value), sign: '&' }));
    return this.#told(value, [from, end], 'plain');
  }

  /** An unquoted text, with what a ` #` and a letter cut off it. */
  #uncut(value: string, at: Span): LocatedScalar {
    const row = this.rows.row(this.rows.lineOf(at[1]));
    let hash = at[1];
    while (hash < row.end && isBlank(this.text[hash])) hash++;
    if (hash === at[1] || this.text[hash] !== '#' || !isHashWord(this.text, hash))
      return this.#told(value, at, 'plain');
    const end = trimmedEnd(this.text, hash, row.end);
    const whole = folded(this.text.slice(at[0], end));
    this.problems.push(problem(yamlCodes.commentCuts, [at[0], end], { value: shown(whole), sign: '#' }));
    return this.#told(whole, [at[0], end], 'plain');
  }

  #told(value: string, at: Span, style: ScalarStyle): LocatedScalar {
    return { kind: 'scalar', value, at, style, exact: style !== 'empty' && this.text.slice(at[0], at[1]) === value };
  }

  #list(node: YAMLSeq): Located {
    const flow = node.flow === true;
    const tokens = (node.srcToken as CST.BlockSequence | CST.FlowCollection | undefined)?.items ?? [];
    const written = tokens.filter(
      token => token.value || ('key' in token && token.key) || token.start.some(isIndicator),
    );
    const items = node.items.map((item, index) => {
      const start = written[index]?.start;
      const value = this.#node(item as Node, start, flow);
      return flow ? value : this.#prose(this.#hidden(value, start?.find(isIndicator)));
    });
    if (flow) return { kind: 'list', at: this.#span(node), flow, items };
    const dash = tokens[0]?.start.find(isIndicator);
    const start = dash ? this.patched.toSource(dash.offset) : this.#span(node)[0];
    return { kind: 'list', at: [start, Math.max(start, items.at(-1)?.at[1] ?? start)], flow, items };
  }

  /** `- #giving-back`: YAML takes the item for a comment and reads nothing. */
  #hidden(value: Located, dash: CST.SourceToken | undefined): Located {
    if (value.kind !== 'scalar' || value.style !== 'empty' || !dash) return value;
    const after = this.patched.toSource(dash.offset) + 1;
    const row = this.rows.row(this.rows.lineOf(after));
    let hash = after;
    while (hash < row.end && isBlank(this.text[hash])) hash++;
    if (this.text[hash] !== '#' || hash === after || !isHashWord(this.text, hash)) {
      return { ...value, at: [after, after] };
    }
    const at: Span = [hash, trimmedEnd(this.text, hash, row.end)];
    const whole = this.text.slice(at[0], at[1]);
    this.problems.push(problem(yamlCodes.commentCuts, at, { value: shown(whole), sign: '#' }));
    return this.#told(whole, at, 'plain');
  }

  /**
   * `- Peers' own words about it: they said so`: a map by accident. An id has no spaces and a known field few, so three
   * words before the colon and letters after it are a sentence; anything shorter may be an id with its wording.
   */
  #prose(value: Located): Located {
    if (value.kind !== 'map' || value.flow || value.entries.length !== 1) return value;
    const only = value.entries[0]!;
    if (only.keyStyle !== 'plain' || this.knownKeys?.has(only.key) || only.key.split(/\s+/).length < 3) return value;
    if (only.value.kind !== 'scalar' || only.value.style !== 'plain' || !/\p{L}/u.test(only.value.value)) return value;
    const at: Span = [only.keyAt[0], only.value.at[1]];
    if (this.rows.lineOf(only.keyAt[1]) !== this.rows.lineOf(only.value.at[0])) return value;
    const whole = folded(this.text.slice(at[0], at[1]));
    const found = this.problems.at(-1);
    // A text that a hash cut as well is one mistake: a sentence without quotes.
    if (found && found.at[0] === only.value.at[0]) this.problems.pop();
    this.problems.push(problem(yamlCodes.colonSwallows, at, { value: shown(whole), sign: ':' }));
    return this.#told(whole, at, 'plain');
  }

  #map(node: YAMLMap): LocatedMap {
    const flow = node.flow === true;
    const entries: LocatedEntry[] = [];
    const seen = new Set<string>();
    const pairs = node.items as Pair<Node, Node | null>[];
    for (let index = 0; index < pairs.length; index++) {
      const pair = pairs[index]!;
      let cut: Node | undefined;
      while (flow && pairs[index] && this.#isCutOff(pairs[index]!, entries.at(-1))) cut = pairs[index++]!.key;
      if (cut) {
        entries.push(this.#rejoined(entries.pop()!, this.#span(cut)[1]));
        index--;
        continue;
      }
      const each = this.#entry(pair, flow);
      if ((each.keyStyle === 'empty' && each.key === '') || isMap(pair.key) || isSeq(pair.key)) {
        // A colon or question mark without a name before it: the parser lets it pass, but it names nothing.
        const at: Span = [each.keyAt[0], Math.min(each.keyAt[0] + 1, this.text.length)];
        this.problems.push(problem(yamlCodes.unreadable, at, { detail: 'unexpected', text: this.text[at[0]] ?? '' }));
        continue;
      }
      if (each.key === '<<' && each.keyStyle === 'plain') {
        this.problems.push(problem(yamlCodes.mergeKey, each.keyAt));
        continue;
      }
      if (seen.has(each.key)) {
        this.problems.push(problem(yamlCodes.duplicateKey, each.keyAt, { key: each.key }));
      }
      seen.add(each.key);
      const last = entries.at(-1);
      if (last && last.whole[1] > each.whole[0]) {
        // Keys over several lines, or two on one, which the parser also lets pass: each has what is its own.
        entries[entries.length - 1] = { ...last, whole: [last.whole[0], Math.min(last.whole[1], each.keyAt[0])] };
        entries.push({ ...each, whole: [each.keyAt[0], each.whole[1]] });
        continue;
      }
      entries.push(each);
    }
    const first = entries[0];
    const last = entries.at(-1);
    const [start, end] = this.#span(node);
    if (flow || !first || !last) return { kind: 'map', at: [start, end], flow, entries };
    return { kind: 'map', at: [first.keyAt[0], Math.max(first.keyAt[1], last.value.at[1])], flow, entries };
  }

  /** An entry without a colon after an unquoted text belongs to that text, unless it is a key that we know. */
  #isCutOff(pair: Pair<Node, Node | null>, last: LocatedEntry | undefined): boolean {
    if (pair.value || !isScalar(pair.key) || pair.key.type !== 'PLAIN' || pair.key.value === '') return false;
    if (last?.value.kind !== 'scalar' || last.value.style !== 'plain') return false;
    return !this.knownKeys?.has(String(pair.key.value));
  }

  /** The entry with all that commas cut off its text, up to an offset. */
  #rejoined(last: LocatedEntry, end: number): LocatedEntry {
    const at: Span = [last.value.at[0], end];
    const whole = folded(this.text.slice(at[0], at[1]));
    this.problems.push(problem(yamlCodes.commaCuts, at, { value: shown(whole), sign: ',' }));
    return { ...last, value: this.#told(whole, at, 'plain'), whole: [last.whole[0], end] };
  }

  #entry(pair: Pair<Node, Node | null>, flow: boolean): LocatedEntry {
    const token = pair.srcToken as CST.BlockMap['items'][number] | undefined;
    this.#tags(token?.start);
    const colon = token?.sep?.find(each => each.type === 'map-value-ind');
    let keyAt = this.#span(pair.key);
    const keyValue = isScalar(pair.key) ? this.#scalar(pair.key as Scalar, undefined, true) : undefined;
    const key = keyValue?.value ?? this.text.slice(keyAt[0], keyAt[1]);
    const sign = token?.start.find(each => each.type === 'explicit-key-ind') ?? colon;
    if (keyValue?.style === 'empty' && sign) {
      const at = this.patched.toSource(sign.offset);
      keyAt = [at, at];
    }
    if (isScalar(pair.key) && pair.key.anchor && keyValue) {
      this.#aliases.open(pair.key.anchor);
      this.#aliases.close(pair.key.anchor, keyValue, 1);
    }
    const afterColon = colon ? this.patched.toSource(colon.offset) + 1 : keyAt[1];
    let value: Located = pair.value
      ? this.#node(pair.value, token?.sep, flow)
      : { kind: 'scalar', value: '', at: [afterColon, afterColon], style: 'empty', exact: false };
    if (value.kind === 'scalar' && value.style === 'empty') {
      value = { ...value, at: [afterColon, afterColon] };
    }
    const keyRow = this.rows.row(this.rows.lineOf(keyAt[0]));
    const comment = this.#comment(value, afterColon, flow);
    const { whole, indent } = flow
      ? { whole: [keyAt[0], Math.max(keyAt[1], value.at[1])] as const, indent: keyAt[0] - keyRow.start }
      : this.#wholeOf(keyAt, value);
    return { key, keyAt, keyStyle: keyValue?.style ?? 'plain', value, whole, indent, ...(comment && { comment }) };
  }

  /** The lines of a block entry, with comments below it that are set in deeper than its key. */
  #wholeOf(keyAt: Span, value: Located): { whole: Span; indent: number } {
    const { start, content } = this.rows.row(this.rows.lineOf(keyAt[0]));
    const indent = keyAt[0] - start;
    let line = this.rows.lineOf(Math.max(keyAt[1], value.at[1]));
    for (let next = line + 1; next < this.rows.count; next++) {
      const row = this.rows.row(next);
      if (row.content === row.end || this.text[row.content] !== '#' || row.content - row.start <= indent) break;
      line = next;
    }
    const end = line + 1 < this.rows.count ? this.rows.row(line + 1).start : this.text.length;
    return { whole: [content === keyAt[0] ? start : keyAt[0], end], indent };
  }

  /** The comment after a value or, when the value stands on lines of its own, after its key. */
  #comment(value: Located, afterColon: number, flow: boolean): Span | undefined {
    const nested = value.kind !== 'scalar' && !value.flow;
    const block = value.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded');
    let at = nested ? afterColon : block ? value.at[0] : value.at[1];
    const row = this.rows.row(this.rows.lineOf(at));
    if (block) while (at < row.end && !isBlank(this.text[at])) at++;
    const from = at;
    while (at < row.end && (isBlank(this.text[at]) || (flow && this.text[at] === ','))) at++;
    return at > from && at < row.end && this.text[at] === '#' ? [at, row.end] : undefined;
  }

  #tags(tokens: Tokens): void {
    for (const token of tokens ?? []) {
      if (token.type !== 'tag') continue;
      const at: Span = [this.patched.toSource(token.offset), this.patched.toSource(token.offset + token.source.length)];
      this.problems.push(problem(yamlCodes.tag, at, { tag: token.source }));
    }
  }

  #span(node: Node): Span {
    const range = node.range ?? [0, 0, 0];
    const start = Math.min(this.patched.toSource(range[0]), this.text.length);
    return [start, Math.max(start, Math.min(this.patched.toSource(range[1]), this.text.length))];
  }
}

function isIndicator(token: CST.SourceToken): boolean {
  return token.type === 'seq-item-ind';
}
