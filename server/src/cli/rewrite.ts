import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { decode } from '../text/decode.js';
import { Lines } from '../text/lines.js';
import { WrongUse } from './outcome.js';

/** A replacement in a file, which holds only while `expected` stands there. Line breaks of `text` may be `\n`. */
export interface FileEdit {
  readonly start: readonly [line: number, character: number];
  readonly end: readonly [line: number, character: number];
  readonly expected: string;
  readonly text: string;
}

/** Puts edits, in the order of the text, into a file and changes nothing else; its line breaks and its byte-order mark stay what they are. */
export function rewrite(file: string, edits: readonly FileEdit[]): void {
  const { text, encoding, bom, doubtful } = decode(readFileSync(file));
  // What cannot be written back letter for letter is not written at all.
  if (encoding !== 'utf-8' || doubtful) throw new WrongUse(`"${file}" is not written in UTF-8; save it as UTF-8 first`);
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const lines = new Lines(text);
  let result = text;
  for (const edit of [...edits].reverse()) {
    const start = lines.offsetAt(...edit.start);
    const end = lines.offsetAt(...edit.end);
    if (text.slice(start, end) !== edit.expected)
      throw new WrongUse(`"${file}" changed while it was being read; try again`);
    result = result.slice(0, start) + edit.text.replace(/\r\n|\r|\n/g, lineBreak) + result.slice(end);
  }
  // Written beside and put in place, so that a crash half-way leaves the old manuscript whole.
  const beside = `${file}.metasynth-new`;
  writeFileSync(beside, (bom ? '\ufeff' : '') + result, { mode: statSync(file).mode });
  renameSync(beside, file);
}
