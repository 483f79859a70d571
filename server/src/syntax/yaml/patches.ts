import type { Span } from '../../text/span.js';
import type { ScalarStyle } from './located.js';

/** What a place in the text really says, where the parser is shown a placeholder instead. */
export interface Recovered {
  readonly value: string;
  readonly at: Span;
  readonly style: ScalarStyle;
}

/** A stretch of the text that the parser is shown differently, to read past a mistake. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Set when `text` is a placeholder for a scalar. */
  readonly value?: Recovered;
}

/** What the parser sees in place of a recovered text: a plain scalar that is valid wherever a scalar is. */
export const placeholder = 'x';

/** A text with patches, and the way back from its offsets to those of the text as it was written. */
export class Patched {
  readonly text: string;
  readonly #patches: readonly Patch[];
  /** Where each patch starts in the patched text, ascending. */
  readonly #starts: Float64Array;
  readonly #values = new Map<number, Recovered>();

  /** Of patches that overlap, the one given later is applied and the earlier one dropped. */
  constructor(source: string, patches: readonly Patch[]) {
    this.#patches = settled(patches);
    this.#starts = new Float64Array(this.#patches.length);
    const parts: string[] = [];
    let from = 0;
    let length = 0;
    for (const [index, patch] of this.#patches.entries()) {
      parts.push(source.slice(from, patch.start), patch.text);
      length += patch.start - from;
      this.#starts[index] = length;
      if (patch.value) this.#values.set(length, patch.value);
      length += patch.text.length;
      from = patch.end;
    }
    parts.push(source.slice(from));
    this.text = this.#patches.length === 0 ? source : parts.join('');
  }

  /** The recovered scalar whose placeholder starts at an offset of the patched text. */
  valueAt(offset: number): Recovered | undefined {
    return this.#values.size === 0 ? undefined : this.#values.get(offset);
  }

  /** The offset in the text as written; inside a patch, the nearest offset of what it replaces. */
  toSource(offset: number): number {
    let low = 0;
    let high = this.#patches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    const patch = this.#patches[low - 1];
    if (!patch) return offset;
    const into = offset - this.#starts[low - 1]!;
    if (into >= patch.text.length) return patch.end + into - patch.text.length;
    return Math.min(patch.start + into, patch.end);
  }
}

/** Patches in the order of the text, without overlaps. */
function settled(patches: readonly Patch[]): readonly Patch[] {
  if (patches.length < 2) return patches;
  const order = patches.map((patch, index) => ({ patch, index }));
  order.sort((a, b) => a.patch.start - b.patch.start || a.patch.end - b.patch.end || a.index - b.index);
  const kept: { patch: Patch; index: number }[] = [];
  for (const each of order) {
    let last = kept.at(-1);
    let wins = true;
    while (last && overlap(last.patch, each.patch)) {
      if (last.index > each.index) {
        wins = false;
        break;
      }
      kept.pop();
      last = kept.at(-1);
    }
    if (wins) kept.push(each);
  }
  return kept.map(({ patch }) => patch);
}

function overlap(a: Patch, b: Patch): boolean {
  if (a.start === a.end || b.start === b.end) {
    // An insertion at the edge of a replacement stands beside it; only one inside is overlapped.
    return b.start < a.end && b.end > a.start;
  }
  return b.start < a.end;
}
