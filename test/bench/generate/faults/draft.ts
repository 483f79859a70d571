import type { Plan, StudyPlan, Theme } from '../plan.js';
import type { Random } from '../random.js';
import type { Files } from '../review.js';

/** One line of a file, known by itself and not by its number, which changes as other faults come in above it. */
export interface Line {
  text: string;
}

/** What a review is expected to be told for a fault. */
export interface Mark {
  readonly code: string;
  readonly path: string;
  readonly line: Line;
}

interface Lines {
  readonly lines: Line[];
  readonly end: string;
}

/** A review that faults are being planted in. What one fault has taken, no other touches. */
export class Draft {
  private readonly split = new Map<string, Lines>();
  private readonly claimed = new Set<string>();
  private readonly added = new Map<string, string>();

  constructor(
    readonly plan: Plan,
    private readonly files: Files,
    readonly draw: Random,
  ) {}

  /** True for the first that asks for it. */
  claim(what: string): boolean {
    if (this.claimed.has(what)) return false;
    this.claimed.add(what);
    return true;
  }

  /** A study that no other fault touches. */
  study(fits: (study: StudyPlan) => boolean = () => true): StudyPlan | undefined {
    return this.one(this.plan.studies, study => study.key, fits);
  }

  /** A theme that no other fault touches. */
  theme(fits: (theme: Theme) => boolean = () => true): Theme | undefined {
    return this.one(this.plan.themes, theme => `theme ${theme.name}`, fits);
  }

  /** An item, from a place of the list drawn by lot on, that no other fault touches. */
  one<T>(list: readonly T[], name: (item: T) => string, fits: (item: T) => boolean): T | undefined {
    const from = this.draw.whole(0, Math.max(0, list.length - 1));
    const turned = [...list.slice(from), ...list.slice(0, from)];
    return turned.find(item => !this.claimed.has(name(item)) && fits(item) && this.claim(name(item)));
  }

  lines(path: string): Line[] {
    const known = this.split.get(path);
    if (known) return known.lines;
    const text = this.files.get(path) ?? '';
    const end = text.includes('\r\n') ? '\r\n' : '\n';
    const lines = text.split(end).map(each => ({ text: each }));
    this.split.set(path, { lines, end });
    return lines;
  }

  /** The first line that matches, at or below another. Fails where there is none: the generator has changed. */
  find(path: string, pattern: RegExp, below?: Line): Line {
    const found = this.seek(path, pattern, below);
    if (!found) throw new Error(`${path} has no line ${pattern}.`);
    return found;
  }

  seek(path: string, pattern: RegExp, below?: Line): Line | undefined {
    const lines = this.lines(path);
    const from = below ? lines.indexOf(below) : 0;
    return lines.slice(from).find(line => pattern.test(line.text));
  }

  /** All lines that match. */
  all(path: string, pattern: RegExp): Line[] {
    return this.lines(path).filter(line => pattern.test(line.text));
  }

  /** Writes lines below another, or above it; gives the first of them. */
  insert(path: string, where: 'below' | 'above', line: Line, ...texts: string[]): Line {
    const lines = this.lines(path);
    const fresh = texts.map(text => ({ text }));
    lines.splice(lines.indexOf(line) + (where === 'below' ? 1 : 0), 0, ...fresh);
    return fresh[0] ?? line;
  }

  /** Writes lines at the end; gives the first of them. */
  append(path: string, ...texts: string[]): Line {
    const lines = this.lines(path);
    const last = lines.at(-1);
    if (!last) throw new Error(`${path} is empty.`);
    return this.insert(path, last.text === '' ? 'above' : 'below', last, ...texts);
  }

  remove(path: string, ...gone: Line[]): void {
    const lines = this.lines(path);
    for (const line of gone) lines.splice(lines.indexOf(line), 1);
  }

  /** The line and what is set in below it. */
  entry(path: string, head: Line): Line[] {
    const lines = this.lines(path);
    const from = lines.indexOf(head);
    const depth = head.text.search(/\S/);
    const rest = lines.slice(from + 1);
    const count = rest.findIndex(line => line.text.search(/\S/) <= depth);
    return [head, ...(count < 0 ? rest : rest.slice(0, count))];
  }

  /** Adds a file. */
  add(path: string, text: string): void {
    this.added.set(path, text);
  }

  texts(): Files {
    const texts = new Map(this.files);
    for (const [path, { lines, end }] of this.split) texts.set(path, lines.map(line => line.text).join(end));
    for (const [path, text] of this.added) texts.set(path, text);
    return texts;
  }

  /** The number of a line, from 0. */
  numberOf({ path, line }: Mark): number {
    return this.added.has(path) ? Number(line.text) : this.lines(path).indexOf(line);
  }
}

export function pathOf(study: StudyPlan): string {
  return `studies/${study.key}.${study.yaml ? 'yaml' : 'md'}`;
}

/** A name with a letter left out, which is none of the others. */
export function misspelt(name: string, others: ReadonlySet<string>): string {
  for (let at = 2; at < name.length; at++) {
    const slip = name.slice(0, at) + name.slice(at + 1);
    if (/[a-z]/.test(name.charAt(at)) && !others.has(slip)) return slip;
  }
  return `${name}x`;
}
