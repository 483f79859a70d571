import { scanMarkdown } from '../syntax/markdown/scan.js';
import { Lines } from '../text/lines.js';
import type { Place, Span } from '../text/span.js';
import type { Position } from './at.js';
import { isMarkdown } from './yaml-part.js';

/**
 * The two names of the generated block whose opening or closing comment holds the position: what is typed in one is typed
 * in the other. Undefined elsewhere.
 */
export function linkedNames(path: string, text: string, position: Position): readonly [Place, Place] | undefined {
  if (!isMarkdown(path)) return undefined;
  const lines = new Lines(text);
  const [start, end] = lines.lineSpan(position.line);
  // Asked at every move of the cursor, and nearly always about a line that is no marker.
  if (!/<!--\s*\/?\s*metasynth:/.test(text.slice(start, Math.min(end, start + 1000)))) return undefined;
  const at = lines.offsetAt(position.line, position.character);
  for (const { name, open, close } of scanMarkdown(text).generated) {
    if (!close || close[1] < at) continue;
    if (open[0] > at) return undefined;
    const [first, second] = [nameIn(text, open, name), nameIn(text, close, name)];
    const isAt = ([from, to]: Span): boolean => from <= at && at <= to;
    return isAt(first) || isAt(second) ? [lines.placeOf(first), lines.placeOf(second)] : undefined;
  }
  return undefined;
}

/** Where the name stands in a marker. */
function nameIn(text: string, [start]: Span, name: string): Span {
  const from = text.indexOf('metasynth:', start) + 'metasynth:'.length;
  return [from, from + name.length];
}
