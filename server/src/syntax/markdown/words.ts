import type { Span } from '../../text/span.js';
import { trimEnd } from './lines.js';

/**
 * The words of a block joined into one string, line breaks as `\n`, without the marks of quotes and lists, together
 * with the way back to the text: what is found in the words is told in offsets of the text.
 */
export class Words {
  readonly text: string;
  /** Where each paragraph of the block stands in `text`, as pairs of start and end. */
  readonly parts: readonly number[];
  private readonly starts: number[] = [];
  private readonly sources: number[] = [];

  /** Each part is a list of pieces of the text, as pairs of start and end; the parts are joined by a blank line. */
  constructor(source: string, parts: readonly (readonly number[])[]) {
    const bounds: number[] = [];
    const joined: string[] = [];
    let length = 0;
    for (const pieces of parts) {
      if (bounds.length > 0) {
        joined.push('\n\n');
        length += 2;
      }
      bounds.push(length);
      for (let i = 0; i < pieces.length; i += 2) {
        const start = pieces[i]!;
        const last = i + 2 >= pieces.length;
        let end = last ? trimEnd(source, start, pieces[i + 1]!) : pieces[i + 1]!;
        // Lines that follow one another in the text as they do here are taken as one piece.
        while (i + 2 < pieces.length && pieces[i + 2] === end + 1 && source[end] === '\n') {
          i += 2;
          end = i + 2 >= pieces.length ? trimEnd(source, pieces[i]!, pieces[i + 1]!) : pieces[i + 1]!;
        }
        this.starts.push(length);
        this.sources.push(start);
        const more = i + 2 < pieces.length;
        joined.push(source.slice(start, end), more ? '\n' : '');
        length += end - start + (more ? 1 : 0);
      }
      bounds.push(length);
    }
    this.text = joined.length <= 2 ? (joined[0] ?? '') : joined.join('');
    this.parts = bounds;
  }

  /** The offset in the text of a place in the words. */
  at(place: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return place - (this.starts[low] ?? 0) + (this.sources[low] ?? 0);
  }

  /** The same for a stretch of the words; its end follows its last character. */
  span(from: number, to: number): Span {
    return to > from ? [this.at(from), this.at(to - 1) + 1] : [this.at(from), this.at(from)];
  }
}
