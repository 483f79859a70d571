import type { Place } from '../../text/span.js';
import { numberOf } from './words.js';

/** Texts up to this length are told by one byte, in front of their letters. */
export const shortest = 120;
/** First bytes of other texts; those from `numbered` on are the upper half of a name's number. */
export const longText = 120;
export const wideText = 121;
export const sameText = 122;
export const numbered = 128;

/** First bytes of places; those between `samePlace` and `farPlace` tell how many lines further a place on one line is. */
export const samePlace = 0;
export const farPlace = 200;
export const nearLines = 64;

/** So many bytes become a string at once: each is an argument of a call. */
const stretch = 4096;

/** Packed facts: bytes as the letters of a string, and the texts that bytes cannot hold. */
export interface Packed {
  readonly body: string;
  readonly wide: readonly string[];
}

/**
 * Writes values one after another as bytes. A string of bytes is the smallest thing that JavaScript keeps: it has no parts for
 * the collector of garbage to look at.
 */
export class Writer {
  private readonly bytes: number[] = [];
  private length = 0;
  private wide: string[] = [];
  private lastText = '';
  private lastPlace: Place = start;
  private impossible = false;

  /** Hands over what was written, undefined when a value was none that can be; begins anew. */
  take(): Packed | undefined {
    const { wide } = this;
    const packed = this.impossible ? undefined : { body: this.body(), wide: wide.length > 0 ? wide : none };
    this.length = 0;
    this.impossible = false;
    if (wide.length > 0) this.wide = [];
    this.restart();
    return packed;
  }

  /** From here on can be read without what stands before. Gives back how many bytes were written. */
  restart(): number {
    this.lastText = '';
    this.lastPlace = start;
    return this.length;
  }

  byte(value: number): void {
    this.bytes[this.length++] = value;
  }

  /** A whole number from 0. */
  whole(value: number): void {
    let rest = value;
    if (!(Number.isSafeInteger(rest) && rest >= 0)) {
      this.impossible = true;
      return;
    }
    while (rest > 127) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  text(text: string): void {
    if (text === this.lastText) {
      this.byte(sameText);
      return;
    }
    this.lastText = text;
    const number = numberOf(text);
    if (number >= 0) {
      this.byte(numbered + (number >> 8));
      this.byte(number & 255);
      return;
    }
    const { bytes, length: before } = this;
    const { length } = text;
    if (length < shortest) this.byte(length);
    else {
      this.byte(longText);
      this.whole(length);
    }
    let to = this.length;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 255) {
        this.length = before;
        this.byte(wideText);
        this.whole(this.wide.length);
        this.wide.push(text);
        return;
      }
      bytes[to++] = code;
    }
    this.length = to;
  }

  place(place: Place): void {
    const last = this.lastPlace;
    const { line, character, endLine, endCharacter } = place;
    if (
      place === last ||
      (line === last.line &&
        character === last.character &&
        endLine === last.endLine &&
        endCharacter === last.endCharacter)
    ) {
      this.byte(samePlace);
      return;
    }
    const further = line - last.line + nearLines;
    this.lastPlace = place;
    if (line === endLine && endCharacter >= character && further > samePlace && further < farPlace) {
      this.byte(further);
      this.whole(character);
      this.whole(endCharacter - character);
      return;
    }
    this.byte(farPlace);
    this.whole(line);
    this.whole(character);
    this.whole(endLine);
    this.whole(endCharacter);
  }

  private body(): string {
    const { bytes, length } = this;
    if (length <= stretch) return String.fromCharCode.apply(null, bytes.slice(0, length));
    const parts: string[] = [];
    for (let at = 0; at < length; at += stretch) {
      parts.push(String.fromCharCode.apply(null, bytes.slice(at, Math.min(length, at + stretch))));
    }
    return parts.join('');
  }
}

const none: readonly string[] = [];
export const start: Place = { line: 0, character: 0, endLine: 0, endCharacter: 0 };
