import { figuresOf } from '../documents/figures.js';
import type { DrawPng } from '../figures/drawn.js';
import type { Figure, Report } from '../reports/tree.js';

/** What stands in for a drawing in programs that show no SVG, where nothing can make dots of it: one dot that is not seen. */
const nothing = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=='),
  sign => sign.charCodeAt(0),
);

/** The figures of a report as dots. */
export async function pictures(report: Report, png?: DrawPng): Promise<ReadonlyMap<Figure, Uint8Array>> {
  const made = new Map<Figure, Uint8Array>();
  for (const figure of figuresOf(report)) made.set(figure, png ? await png(figure.svg) : nothing);
  return made;
}
