import type { Place } from '../../text/span.js';
import { wordOf } from './words.js';
import { farPlace, nearLines, numbered, samePlace, sameText, shortest, start, wideText } from './writer.js';

/** Reads what a `Writer` wrote, in the same order. Longer texts are slices of the body. */
export class Reader {
  private lastText = '';
  private lastPlace: Place = start;

  /**
   * @param body a text that holds what was written
   * @param wide the texts that were put aside
   * @param at where to begin: where the writer began, or was told to restart
   */
  constructor(
    private readonly body: string,
    private readonly wide: readonly string[],
    private at: number,
  ) {}

  byte(): number {
    return this.body.charCodeAt(this.at++);
  }

  whole(): number {
    const first = this.byte();
    if (first < 128) return first;
    let value = first - 128;
    for (let scale = 128; ; scale *= 128) {
      const next = this.byte();
      if (next < 128) return value + next * scale;
      value += (next - 128) * scale;
    }
  }

  text(): string {
    const first = this.byte();
    if (first === sameText) return this.lastText;
    let text: string;
    if (first >= numbered) text = wordOf(((first - numbered) << 8) | this.byte());
    else if (first < shortest) text = this.letters(first);
    else text = first === wideText ? this.wide[this.whole()]! : this.letters(this.whole());
    this.lastText = text;
    return text;
  }

  place(): Place {
    const first = this.byte();
    if (first === samePlace) return this.lastPlace;
    let place: Place;
    if (first === farPlace) {
      place = {
        line: this.whole(),
        character: this.whole(),
        endLine: this.whole(),
        endCharacter: this.whole(),
      };
    } else {
      const line = this.lastPlace.line + first - nearLines;
      const character = this.whole();
      place = { line, character, endLine: line, endCharacter: character + this.whole() };
    }
    this.lastPlace = place;
    return place;
  }

  private letters(length: number): string {
    const from = this.at;
    this.at = from + length;
    return this.body.substring(from, this.at);
  }
}
