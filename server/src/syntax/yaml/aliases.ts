import type { Span } from '../../text/span.js';
import type { Located, SyntaxProblem } from './located.js';
import { aliasLimit, problem, yamlCodes } from './problems.js';

interface Anchored {
  readonly value: Located;
  /** How many values it is made of, itself among them. */
  readonly size: number;
}

/** The anchors of a text so far, and what their aliases stand for, within a limit that stops alias bombs. */
export class AliasBook {
  /** How many values have been made in all; the caller counts those that it makes. */
  count = 0;
  #expanded = 0;
  #told = false;
  #names: Set<string> | undefined;
  readonly #anchors = new Map<string, Anchored>();
  readonly #open = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly problems: SyntaxProblem[],
  ) {}

  /** Whether some alias in the text names an anchor. */
  isNamed(anchor: string): boolean {
    this.#names ??= new Set(Array.from(this.text.matchAll(/\*([^\s,[\]{}]+)/g), match => match[1]!));
    return this.#names.has(anchor) || this.#names.has(`${anchor}:`);
  }

  /** Notes that an anchored value begins: an alias inside it would stand for itself. */
  open(anchor: string): void {
    this.#open.set(anchor, (this.#open.get(anchor) ?? 0) + 1);
  }

  close(anchor: string, value: Located, size: number): void {
    this.#open.set(anchor, (this.#open.get(anchor) ?? 1) - 1);
    this.#anchors.set(anchor, { value, size });
  }

  /**
   * What an alias stands for, every place in it being the alias's own: editing there would change the alias. Undefined
   * when nothing has this name. Beyond the limit it is empty, which is told once.
   */
  resolve(name: string, at: Span): Located | undefined {
    const anchored = this.#anchors.get(name);
    const circular = (this.#open.get(name) ?? 0) > 0;
    if (!anchored && !circular) return undefined;
    if (anchored && !circular && this.#expanded + anchored.size <= aliasLimit) {
      this.#expanded += anchored.size;
      this.count += anchored.size;
      return restamped(anchored.value, at);
    }
    if (!this.#told) this.problems.push(problem(yamlCodes.aliasBomb, at));
    this.#told = true;
    return { kind: 'scalar', value: '', at, style: 'alias', exact: false };
  }
}

function restamped(value: Located, at: Span): Located {
  if (value.kind === 'scalar') return { kind: 'scalar', value: value.value, at, style: 'alias', exact: false };
  if (value.kind === 'list') return { ...value, at, items: value.items.map(item => restamped(item, at)) };
  const entries = value.entries.map(({ key, value: inner, indent }) => ({
    key,
    keyAt: at,
    keyStyle: 'alias' as const,
    value: restamped(inner, at),
    whole: at,
    indent,
  }));
  return { ...value, at, entries };
}
