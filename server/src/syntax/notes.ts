import type { Lines } from '../text/lines.js';
import type { Place, Span } from '../text/span.js';
import type { Chunk, ChunkFacts, Problem, Role, SymbolKind, Told, Use } from './facts.js';
import { idOf, kept } from './kept.js';
import { asList } from './yaml/access.js';
import type { Located, LocatedScalar, SyntaxProblem } from './yaml/located.js';

/** A file that is something else altogether can have a problem in every line; nobody reads more than these. */
const mostProblems = 500;

/**
 * Collects what is read from one chunk: the names used and what is the matter with the text, with places that count
 * lines from the chunk's first line.
 */
export class Notes {
  readonly uses: Use[] = [];
  readonly problems: Problem[] = [];

  /**
   * @param lines the lines of the whole file
   * @param offset what to add to a span to make it one of the whole file (the start of the front matter, for one)
   * @param line the chunk's first line
   */
  constructor(
    private readonly lines: Lines,
    private readonly offset: number,
    readonly line: number,
  ) {}

  /** Notes of a part of the chunk, with the same lines. */
  apart(): Notes {
    return new Notes(this.lines, this.offset, this.line);
  }

  /** Takes over what was noted of a part. */
  add({ uses, problems }: { readonly uses: readonly Use[]; readonly problems: readonly Problem[] }): void {
    for (const use of uses) this.uses.push(use);
    for (const problem of problems) this.problems.push(problem);
  }

  /** The place of a span, in the chunk. */
  place(span: Span): Place {
    return this.lines.placeOf([span[0] + this.offset, span[1] + this.offset], this.line);
  }

  /** Notes the use of a name. */
  use(kind: SymbolKind, role: Role, name: string, span: Span): Use {
    const use: Use = { kind, id: idOf(name), name: kept(name), role, at: this.place(span) };
    this.uses.push(use);
    return use;
  }

  problem(code: string, span: Span, data: Problem['data'] = {}): void {
    this.problems.push({ code, at: this.place(span), data });
  }

  /** Takes over what a reader of the text found. */
  take(problems: readonly SyntaxProblem[]): void {
    for (const problem of problems.slice(0, mostProblems)) this.problem(problem.code, problem.at, problem.data);
  }

  /** A scalar with its place; undefined for anything else and for a key without a value. */
  told(value: Located | undefined): Told | undefined {
    if (value?.kind !== 'scalar' || value.style === 'empty' || value.value === '') return undefined;
    return { value: kept(value.value), at: this.place(value.at) };
  }

  /** The scalars of a list, or of a scalar that stands for a list of one. */
  toldList(value: Located | undefined): Told[] {
    if (value === undefined) return [];
    const list: Told[] = [];
    for (const item of asList(value)) {
      const told = this.told(item);
      if (told) list.push(told);
    }
    return list;
  }

  /** The same, noting each as the use of a name. */
  names(kind: SymbolKind, role: Role, value: Located | undefined): Told[] {
    const list = this.toldList(value);
    for (const told of list) this.named(kind, role, told);
    return list;
  }

  /** Notes what is told as the use of a name. */
  named(kind: SymbolKind, role: Role, { value: name, at }: Told): void {
    this.uses.push({ kind, id: idOf(name), name, role, at });
  }

  chunk<F extends ChunkFacts>(facts: F): Chunk<F> {
    return { line: this.line, facts, uses: this.uses, problems: this.problems };
  }
}

/** True for a scalar that says something. */
export function isFilled(value: Located | undefined): value is LocatedScalar {
  return value?.kind === 'scalar' && value.style !== 'empty' && value.value.trim() !== '';
}

export { idOf, kept } from './kept.js';
