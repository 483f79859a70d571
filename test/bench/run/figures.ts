/** What was measured, or why it could not be. Times are in milliseconds, memory in megabytes. */
export type Measured =
  | { readonly value: number; readonly note?: string }
  | { readonly words: string }
  | { readonly failed: string };

/** One line of the table. */
export interface Figure {
  readonly group: string;
  readonly label: string;
  readonly unit: 'ms' | 'MB' | '×' | '';
  /** The goal in words, and whether a value meets it at a size. */
  readonly goal?: { readonly says: string; readonly met: (value: number, size: number) => boolean | undefined };
}

/** Everything that a run has measured, by figure and size. */
export class Figures {
  private readonly figures = new Map<string, { figure: Figure; bySize: Map<number, Measured> }>();

  add(size: number, figure: Figure, measured: Measured): void {
    const id = `${figure.group}\n${figure.label}`;
    const known = this.figures.get(id) ?? { figure, bySize: new Map<number, Measured>() };
    known.bySize.set(size, measured);
    this.figures.set(id, known);
  }

  value(label: string, size: number): number | undefined {
    for (const { figure, bySize } of this.figures.values()) {
      const measured = bySize.get(size);
      if (figure.label === label && measured && 'value' in measured) return measured.value;
    }
    return undefined;
  }

  all(): readonly { readonly figure: Figure; readonly bySize: ReadonlyMap<number, Measured> }[] {
    // Groups stand in the order in which they began, however their figures came in.
    const all = [...this.figures.values()];
    const groups = [...new Set(all.map(({ figure }) => figure.group))];
    return groups.flatMap(group => all.filter(({ figure }) => figure.group === group));
  }
}

/** The value below which this share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}
