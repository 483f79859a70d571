import type { LocatedMap } from '../syntax/yaml/located.js';
import type { Lines } from '../text/lines.js';
import type { LineRange } from './tokens-token.js';

/** Words put in the place of others: offsets into the YAML, in order, none touching another. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** An entry with its comments: the lines from `from` up to `to`. Empty lines above it are not its own. */
interface Segment {
  readonly key: string | undefined;
  readonly from: number;
  readonly to: number;
}

/**
 * The replacements that give a text its tidied lines, its entries in the order of `order`.
 *
 * @param tidied the lines as they shall be, one for one
 * @param order the keys in order; entries stay where they are when it is empty
 * @param within the entries on these lines only
 */
export function reordered(
  yaml: string,
  root: LocatedMap,
  lines: Lines,
  tidied: readonly string[],
  order: readonly string[],
  finalNewline: boolean,
  within: LineRange | undefined,
): Replacement[] {
  const segments = segmentsOf(yaml, root, lines);
  const writing = new Writing(yaml, lines, tidied, finalNewline);
  const slots = segments.flatMap((segment, index) => (segment.key === undefined ? [] : [index]));
  const wanted = inOrder(
    slots.map(index => segments[index]!.key!),
    order,
  );
  const target = [...segments.keys()];
  slots.forEach((slot, place) => {
    target[slot] = slots[wanted[place]!]!;
  });
  const kept = longestRise(target);
  let [next, done] = [0, 0];
  for (const index of [...kept, segments.length]) {
    // What stood between two entries that stay gives way to what shall stand there.
    const between: string[] = [];
    while (done < target.length && target[done] !== index) between.push(writing.text(segments[target[done++]!]!));
    writing.replace(segments[next]?.from ?? lines.count, segments[index]?.from ?? lines.count, between.join(''));
    const segment = segments[index];
    if (segment && (!within || (segment.from <= within.endLine && segment.to > within.line))) writing.tidy(segment);
    next = index + 1;
    done++;
  }
  return writing.replacements;
}

/** The text as pieces of whole lines: entries with the comments above them, and the empty lines between. */
function segmentsOf(yaml: string, root: LocatedMap, lines: Lines): Segment[] {
  const isEmptyLine = (line: number): boolean => yaml.slice(...lines.lineSpan(line)).trim() === '';
  const segments: Segment[] = [];
  let at = 0;
  for (const { key, keyAt, whole, value } of root.entries) {
    const start = lines.positionAt(keyAt[0]).line;
    let from = at;
    while (from < start && isEmptyLine(from)) from++;
    if (segments.length === 0) {
      // A comment at the head of a file that an empty line sets off speaks of the file.
      for (let line = start - 1; line > from; line--) {
        if (!isEmptyLine(line)) continue;
        from = line + 1;
        break;
      }
    }
    if (from > at) segments.push({ key: undefined, from: at, to: from });
    const end = lines.positionAt(Math.max(keyAt[1], value.at[1], whole[1] - 1)).line + 1;
    segments.push({ key, from, to: Math.max(start + 1, end) });
    at = Math.max(start + 1, end);
  }
  if (at < lines.count) segments.push({ key: undefined, from: at, to: lines.count });
  return segments;
}

/** The places of the keys in the order they shall have. A key that is not in `order` follows the one it stands behind. */
function inOrder(keys: readonly string[], order: readonly string[]): number[] {
  const rank = new Map<string, number>();
  for (const key of order) if (!rank.has(key)) rank.set(key, rank.size);
  let known = -1;
  const ranks = keys.map(key => {
    known = rank.get(key) ?? known;
    return known;
  });
  return [...keys.keys()].sort((a, b) => ranks[a]! - ranks[b]! || a - b);
}

/** The longest row of values that rise, as they stand in the list. */
function longestRise(values: readonly number[]): number[] {
  const ends: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  });
  const row: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) row.push(values[at]!);
  return row.reverse();
}

/** Collects replacements in the order of the text. */
class Writing {
  readonly replacements: Replacement[] = [];
  private readonly lineBreak: string;

  constructor(
    private readonly yaml: string,
    private readonly lines: Lines,
    private readonly tidied: readonly string[],
    private readonly finalNewline: boolean,
  ) {
    this.lineBreak = /\r\n|\r|\n/.exec(yaml)?.[0] ?? '\n';
  }

  /** A piece as it shall be. One that had no line break at its end gets one, as something may follow now. */
  text({ from, to }: Segment): string {
    let text = '';
    for (let line = from; line < to; line++) text += this.tidied[line]! + (this.breakOf(line) || this.lineBreak);
    return text;
  }

  replace(from: number, to: number, text: string): void {
    const [start, end] = [this.startOf(from), this.startOf(to)];
    // Where the text ends without a line break, what is put there must begin with one.
    const open = !this.finalNewline && start > 0 && !/[\r\n]/.test(this.yaml[start - 1]!);
    const lead = text !== '' && open ? this.lineBreak : '';
    this.add(start, end, lead + text);
  }

  /** The lines of a piece that stays, each that changes by itself. */
  tidy({ from, to }: Segment): void {
    for (let line = from; line < to; line++) {
      const [start, end] = this.lines.lineSpan(line);
      const isLast = line === this.lines.count - 1;
      const ending = isLast && this.finalNewline && end > start ? this.lineBreak : '';
      this.add(start, end, this.tidied[line]! + ending);
    }
  }

  /** Adds a replacement, without what it has in common with what stands there. */
  private add(start: number, end: number, text: string): void {
    let [from, to] = [start, end];
    let [first, last] = [0, text.length];
    while (from < to && first < last && this.yaml[from] === text[first]) {
      from++;
      first++;
    }
    while (to > from && last > first && this.yaml[to - 1] === text[last - 1]) {
      to--;
      last--;
    }
    if (from === to && first === last) return;
    const before = this.replacements.at(-1);
    if (before && before.to === from) {
      this.replacements[this.replacements.length - 1] = {
        from: before.from,
        to,
        text: before.text + text.slice(first, last),
      };
    } else this.replacements.push({ from, to, text: text.slice(first, last) });
  }

  private startOf(line: number): number {
    return line >= this.lines.count ? this.yaml.length : this.lines.lineSpan(line)[0];
  }

  private breakOf(line: number): string {
    const end = this.lines.lineSpan(line)[1];
    return this.yaml.slice(end, this.startOf(line + 1));
  }
}
