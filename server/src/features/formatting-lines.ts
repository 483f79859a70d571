import { isBlock, scalars } from '../editing/yaml-comments.js';
import type { Located, LocatedEntry } from '../syntax/yaml/located.js';
import type { Lines } from '../text/lines.js';

/** White space within a line that becomes other white space: offsets into the YAML. */
interface Spot {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The lines of a YAML text laid out, without their line breaks, one for one. The text has been read without a complaint and
 * has no anchors and tags.
 */
export function tidyLines(yaml: string, root: Located, lines: Lines): string[] {
  return new Tidying(yaml, lines).tidy(root);
}

class Tidying {
  /** By how many columns each line moves to the right. */
  private readonly shifts: Int32Array;
  /** By line, in the order of the text. */
  private readonly spots = new Map<number, Spot[]>();
  /** Lines whose end belongs to a value that goes on below. */
  private readonly open = new Set<number>();

  constructor(
    private readonly yaml: string,
    private readonly lines: Lines,
  ) {
    this.shifts = new Int32Array(lines.count);
  }

  tidy(root: Located): string[] {
    this.walk(root, 0);
    for (const { at, style } of scalars(root)) {
      const from = this.lineOf(at[0]);
      const to = this.lineOf(at[1]);
      // Below the sign of a block everything is text, its last line too.
      if (isBlock(style)) for (let line = from + 1; line <= to; line++) this.open.add(line);
      else for (let line = from; line < to; line++) this.open.add(line);
    }
    const tidied: string[] = [];
    for (let line = 0; line < this.lines.count; line++) tidied.push(this.lineAt(line));
    return tidied;
  }

  private walk(value: Located, shift: number): void {
    if (value.kind === 'map') for (const each of value.entries) this.entry(each, shift);
    else if (value.kind === 'list') {
      if (value.flow) for (const item of value.items) this.walk(item, shift);
      else this.list(value, shift);
    }
  }

  private entry({ keyAt, value, indent, whole }: LocatedEntry, shift: number): void {
    const before = this.yaml.slice(keyAt[1], value.at[0]);
    const isEmpty = value.kind === 'scalar' && value.style === 'empty';
    if (/^[ \t]*:[ \t]*$/.test(before)) this.spot(keyAt[1], value.at[0], isEmpty ? ':' : ': ');
    if (value.kind !== 'list' || value.flow || this.lineOf(value.at[0]) === this.lineOf(keyAt[0])) {
      this.walk(value, shift);
      return;
    }
    const dash = this.columnOf(value.at[0]);
    const moves = indent + shift + 2 - dash;
    this.move(this.lineOf(keyAt[0]) + 1, this.lineOf(Math.max(value.at[1], whole[1] - 1)), moves);
    this.list(value, moves);
  }

  /** A list whose dashes move by `shift`. */
  private list({ items, at }: Extract<Located, { kind: 'list' }>, shift: number): void {
    let from = at[0];
    for (const item of items) {
      const dash = this.dashFrom(from);
      if (dash === undefined) return;
      const line = this.lineOf(dash);
      let inner = shift;
      if (
        item.at[0] > dash &&
        this.lineOf(item.at[0]) === line &&
        !(item.kind === 'scalar' && item.style === 'empty')
      ) {
        const spaces = item.at[0] - dash - 1;
        if (/^[ \t]+$/.test(this.yaml.slice(dash + 1, item.at[0]))) {
          this.spot(dash + 1, item.at[0], ' ');
          inner = shift + 1 - spaces;
        }
      }
      const last = this.lineOf(Math.max(dash, item.at[1]));
      if (inner !== shift) this.move(line + 1, last, inner);
      this.walk(item, inner);
      from = Math.max(dash + 1, item.at[1]);
    }
  }

  /** The dash that begins the next item, comments before it passed over. */
  private dashFrom(from: number): number | undefined {
    for (let at = from; at < this.yaml.length; at++) {
      if (this.yaml[at] === '-') return at;
      if (this.yaml[at] === '#') at = this.lines.lineSpan(this.lineOf(at))[1];
      else if (!/\s/.test(this.yaml[at]!)) return undefined;
    }
    return undefined;
  }

  private move(from: number, to: number, by: number): void {
    if (from <= to) this.shifts.fill(by, from, to + 1);
  }

  private spot(from: number, to: number, text: string): void {
    if (this.yaml.slice(from, to) === text) return;
    const line = this.lineOf(from);
    const list = this.spots.get(line);
    if (list) list.push({ from, to, text });
    else this.spots.set(line, [{ from, to, text }]);
  }

  private lineAt(line: number): string {
    const [start, end] = this.lines.lineSpan(line);
    let content = start;
    while (content < end && this.yaml[content] === ' ') content++;
    let written = '';
    let at = content;
    for (const { from, to, text } of (this.spots.get(line) ?? []).sort((a, b) => a.from - b.from)) {
      if (from < at) continue;
      written += this.yaml.slice(at, from) + text;
      at = to;
    }
    written += this.yaml.slice(at, end);
    if (!this.open.has(line)) written = written.replace(/[ \t]+$/, '');
    // A line of white space in a block keeps what reaches past the block's own column.
    if (written === '' && !this.open.has(line)) return '';
    return ' '.repeat(Math.max(0, content - start + this.shifts[line]!)) + written;
  }

  private lineOf(offset: number): number {
    return this.lines.positionAt(offset).line;
  }

  private columnOf(offset: number): number {
    return this.lines.positionAt(offset).character;
  }
}
