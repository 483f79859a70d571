import { Composer, type CST, type Document, type Node, Parser, type YAMLParseError } from 'yaml';
import { Converter } from './convert.js';
import { cutTooDeep, tooManyAt } from './guard.js';
import type { SyntaxProblem, YamlReading } from './located.js';
import { mend } from './mend.js';
import { type Patch, Patched, placeholder } from './patches.js';
import { handlingOf, problem, problemLimit, shown, yamlCodes } from './problems.js';
import { folded, type Row, Rows, trimmedEnd } from './rows.js';

/** How often a text is parsed again with one more unreadable place in each top-level entry taken out. */
const ROUNDS = 8;
/** How much text may be parsed again in these rounds, in UTF-16 units: reading stays linear. */
const ROUNDS_TEXT = 1_000_000;

interface Parsed {
  readonly document: Document.Parsed | undefined;
  readonly properties: readonly CST.SourceToken[] | undefined;
  readonly errors: readonly YAMLParseError[];
}

/** One reading of one text. */
export class Reading {
  readonly #problems: SyntaxProblem[] = [];
  readonly #patches: Patch[] = [];
  #rows: Rows;

  constructor(
    private readonly text: string,
    private readonly knownKeys: ReadonlySet<string> | undefined,
  ) {
    // YAML and the editor end a line at a lone `\r`, the parser does not.
    this.#rows = new Rows(text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text);
  }

  read(): YamlReading {
    this.#enough();
    this.#oneDocument();
    const deep = cutTooDeep(this.#rows);
    this.#patches.push(...deep.patches);
    this.#problems.push(...deep.problems);
    let patched = new Patched(this.#rows.text, this.#patches);
    let parsed = parse(patched.text);
    if (parsed.errors.some(isHard)) {
      this.#untab();
      const mending = mend(deep.patches.length > 0 ? blanked(this.#rows, deep.patches) : this.#rows, this.knownKeys);
      for (const each of mending.patches) this.#patches.push(each);
      for (const each of mending.problems) this.#problems.push(each);
      patched = new Patched(this.#rows.text, this.#patches);
      parsed = parse(patched.text);
      [patched, parsed] = this.#residue(patched, parsed);
    }
    const converter = new Converter(this.text, this.#rows, patched, this.knownKeys);
    const contents = parsed.document?.contents as Node | null | undefined;
    const root = contents ? converter.convert(contents, parsed.properties) : undefined;
    for (const each of converter.problems) this.#problems.push(each);
    this.#keep(parsed, patched);
    const empty = root?.kind === 'scalar' && root.style === 'empty' && root.value === '';
    return { root: empty ? undefined : root, problems: this.#told() };
  }

  /** Cuts off what would take too long to read. */
  #enough(): void {
    const end = tooManyAt(this.#rows.text);
    if (end === undefined) return;
    const data = { bytes: this.text.length, most: end };
    this.#problems.push(problem(yamlCodes.tooLarge, [end, Math.min(end + 1, this.text.length)], data));
    this.#rows = new Rows(this.#rows.text.slice(0, end));
  }

  /** Cuts off what comes after the first document: its marks are at the start of a line, whatever they stand in. */
  #oneDocument(): void {
    const { text } = this.#rows;
    let begun = false;
    for (const match of text.matchAll(/^(---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
      const before = text.slice(0, match.index);
      if (!begun && match[0] === '---' && !hasContent(before)) {
        begun = true;
        continue;
      }
      const after = text.slice(match.index + 3);
      if (hasContent(after)) {
        this.#problems.push(problem(yamlCodes.manyDocuments, [match.index, match.index + 3]));
      }
      this.#rows = new Rows(text.slice(0, match.index));
      return;
    }
  }

  /** Reads tabs at the start of lines as one space each, so that no place moves; those inside block texts stay. */
  #untab(): void {
    const { text } = this.#rows;
    if (!/^ *\t/m.test(text)) return;
    const parts: string[] = [];
    let from = 0;
    let first: number | undefined;
    let lines = 0;
    let block: number | undefined;
    let inner: number | undefined;
    for (let line = 0; line < this.#rows.count; line++) {
      const row = this.#rows.row(line);
      if (row.content === row.end) continue;
      const indent = row.content - row.start;
      if (block !== undefined && indent <= block) block = undefined;
      if (block === undefined) inner = undefined;
      else inner ??= indent;
      const end = block === undefined ? row.content : Math.min(row.content, row.start + inner!);
      const lead = text.slice(row.start, end);
      if (lead.includes('\t')) {
        parts.push(text.slice(from, row.start), lead.replace(/\t/g, ' '));
        from = end;
        first ??= row.start + lead.indexOf('\t');
        lines++;
      }
      if (block === undefined && /(^|[\s:-])[|>][-+0-9]*[ \t]*(#.*)?$/.test(text.slice(row.content, row.end)))
        block = indent;
    }
    if (first === undefined) return;
    parts.push(text.slice(from));
    const data = { line: this.#rows.lineOf(first) + 1, lines };
    this.#problems.push(problem(yamlCodes.tab, [first, first + 1], data));
    this.#rows = new Rows(parts.join(''));
  }

  /** What the parser refuses even now is taken out, one place at a time in each top-level entry, and told. */
  #residue(patched: Patched, parsed: Parsed): [Patched, Parsed] {
    if (!parsed.errors.some(isHard)) return [patched, parsed];
    const lines = this.#linesOfEntries();
    const tried = new Map<number, number>();
    let budget = Math.max(ROUNDS_TEXT, patched.text.length);
    for (let round = 0; round < ROUNDS && parsed.errors.some(isHard); round++) {
      budget -= patched.text.length;
      if (budget < 0) break;
      const entries = new Set<number>();
      for (const error of parsed.errors) {
        if (!isHard(error)) continue;
        const offset = Math.min(patched.toSource(error.pos[0]), this.#rows.text.length);
        const line = lines.content[this.#rows.lineOf(offset)]!;
        const entry = lines.top[line]!;
        if (entries.has(entry)) continue;
        entries.add(entry);
        const times = tried.get(line) ?? 0;
        tried.set(line, times + 1);
        this.#takeOut(line, error, times);
      }
      patched = new Patched(this.#rows.text, this.#patches);
      parsed = parse(patched.text);
    }
    return [patched, parsed];
  }

  /** The first time the value of a line is read as the text that it is; then the line is left out; then its parent. */
  #takeOut(line: number, error: YAMLParseError, times: number): void {
    const { text } = this.#rows;
    const row = this.#rows.row(line);
    const end = this.#endOfDeeper(line, row);
    const head = /^(?:[-?][ \t]+)*(?:[^\s#:][^:#]*:[ \t]+)?/.exec(text.slice(row.content, row.end))?.[0] ?? '';
    const start = row.content + head.length;
    const detail = handlingOf[error.code]?.detail ?? 'unexpected';
    if (times === 0) this.#unreadable(row, detail);
    if (times === 0 && head !== '' && start < row.end) {
      const value = folded(text.slice(start, end));
      this.#patches.push({ start, end, text: placeholder, value: { value, at: [start, end], style: 'plain' } });
    } else this.#patches.push({ start: row.start, end, text: '' });
  }

  #unreadable(row: Row, detail: string): void {
    const at = [row.content, trimmedEnd(this.#rows.text, row.content, row.end)] as const;
    const text = shown(this.#rows.text.slice(at[0], at[1]));
    this.#problems.push(problem(yamlCodes.unreadable, at, { detail, text }));
  }

  /** The end of the last line that is set in deeper than a line, or of the line itself. */
  #endOfDeeper(line: number, row: Row): number {
    let last = row;
    for (let next = line + 1; next < this.#rows.count; next++) {
      const below = this.#rows.row(next);
      if (below.content === below.end) continue;
      if (below.content - below.start <= row.content - row.start) break;
      last = below;
    }
    return trimmedEnd(this.#rows.text, row.content, last.end);
  }

  /** For each line, the last one at or before it that has content, and the top-level line that it belongs to. */
  #linesOfEntries(): { content: Int32Array; top: Int32Array } {
    const content = new Int32Array(this.#rows.count);
    const top = new Int32Array(this.#rows.count);
    for (let line = 0; line < this.#rows.count; line++) {
      const row = this.#rows.row(line);
      const blank = row.content === row.end;
      content[line] = blank && line > 0 ? content[line - 1]! : line;
      top[line] = line > 0 && (blank || row.content > row.start) ? top[line - 1]! : line;
    }
    return { content, top };
  }

  /** Errors after which the parser read on well, each told unless something else was told of its line. */
  #keep(parsed: Parsed, patched: Patched): void {
    const toldOf = new Set<number>();
    for (const { at } of this.#problems) {
      const last = this.#rows.lineOf(at[1]);
      for (let line = this.#rows.lineOf(at[0]); line <= last; line++) toldOf.add(line);
    }
    for (const error of parsed.errors) {
      const handling = handlingOf[error.code];
      if (!handling) continue;
      const start = Math.min(patched.toSource(error.pos[0]), this.text.length);
      const line = this.#rows.lineOf(start);
      if (toldOf.has(line)) continue;
      toldOf.add(line);
      const row = this.#rows.row(line);
      const end = Math.max(
        start,
        Math.min(row.end, patched.toSource(error.pos[1]) + (error.code === 'BAD_DQ_ESCAPE' ? 1 : 0)),
      );
      const text = shown(this.text.slice(start, row.end));
      this.#problems.push(problem(yamlCodes.unreadable, [start, end], { detail: handling.detail, text }));
    }
  }

  /** All problems in the order of the text, with the lines of those that name one. */
  #told(): SyntaxProblem[] {
    // A tab that stands among spaces makes its neighbours look badly set in: that is one mistake, told once.
    const tabs = this.#problems.some(each => each.code === yamlCodes.tab);
    const caused = (each: SyntaxProblem): boolean =>
      tabs && each.code === yamlCodes.unreadable && each.data.detail === 'bad-indent';
    const unsure = this.#problems.some(caused);
    const told = this.#problems
      .filter(each => !caused(each))
      .map(each => {
        if (each.code === yamlCodes.tab && unsure) return { ...each, data: { ...each.data, unsure: 'yes' } };
        if (each.code !== yamlCodes.unreadable) return each;
        return { ...each, data: { ...each.data, line: this.#rows.lineOf(each.at[0]) + 1 } };
      });
    const inOrder = (a: SyntaxProblem, b: SyntaxProblem): number => a.at[0] - b.at[0] || a.at[1] - b.at[1];
    told.sort(inOrder);
    if (told.length <= problemLimit) return told;
    // What was not read at all matters more than one more of a kind.
    const limits = told.slice(problemLimit).filter(({ code }) => code === yamlCodes.tooLarge);
    return [...told.slice(0, problemLimit - limits.length), ...limits];
  }
}

/** Parses without the stack of each error: with many errors, taking it costs more than all the rest. */
function parse(text: string): Parsed {
  const limit = Error.stackTraceLimit;
  try {
    Error.stackTraceLimit = 0;
    return parseFirst(text);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function parseFirst(text: string): Parsed {
  const tokens = Array.from(new Parser().parse(text));
  const composer = new Composer({
    schema: 'failsafe',
    strict: false,
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    resolveKnownTags: false,
    merge: false,
    logLevel: 'silent',
  });
  const properties = tokens.find(token => token.type === 'document')?.start;
  for (const document of composer.compose(tokens, true, text.length)) {
    return { document: document as Document.Parsed, properties, errors: document.errors };
  }
  return { document: undefined, properties, errors: [] };
}

function isHard(error: YAMLParseError): boolean {
  const handling = handlingOf[error.code];
  return handling !== undefined && !handling.keep;
}

/** Whether a text has more than comments, blank lines, directives and document marks. */
function hasContent(text: string): boolean {
  return /^(?!---[ \t]*\r?$|---[ \t]+#|\.\.\.|%)[ \t]*[^\s#]/m.test(text);
}

/** The lines with what is cut out of them replaced by spaces, so that the mender does not see it either. */
function blanked(rows: Rows, patches: readonly Patch[]): Rows {
  let text = '';
  let from = 0;
  for (const { start, end } of patches) {
    text += rows.text.slice(from, start) + rows.text.slice(start, end).replace(/[^\n\r]/g, ' ');
    from = end;
  }
  return new Rows(text + rows.text.slice(from));
}
