import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { commonEnds } from '../../../server/src/syntax/chunks/changed.js';
import { PiecedText } from '../../../server/src/text/pieces.js';

const words = fc
  .array(fc.constantFrom('a', 'ü', '–', '\n', '\r', '\r\n', '🙂'), { maxLength: 8 })
  .map(each => each.join(''));
/** Texts of one piece and of several, with line ends of all kinds where pieces may meet. */
const long = fc.constantFrom('', 'x\n'.repeat(50_000), 'words\r\n'.repeat(30_000), 'no line end '.repeat(10_000));
const place = fc.record({ line: fc.nat(60_000), character: fc.nat(8) });
const change = fc.record({ start: place, end: place, text: words });

describe('a text in pieces', () => {
  it('is what the same edits make of a document', () => {
    fc.assert(
      fc.property(long, words, long, fc.array(change, { maxLength: 4 }), (head, middle, tail, changes) => {
        let document = TextDocument.create('', '', 0, head + middle + tail);
        let pieced = PiecedText.of(head + middle + tail);
        for (const { start, end, text } of changes) {
          const [from, to] = [pieced.offsetAt(start.line, start.character), pieced.offsetAt(end.line, end.character)];
          expect([from, to]).toEqual([document.offsetAt(start), document.offsetAt(end)]);
          pieced = pieced.replace(Math.min(from, to), Math.max(from, to), text);
          const whole = TextDocument.update(document, [{ range: { start, end }, text }], 1).getText();
          // Made anew: a document that is edited takes `\r` and `\n` that come together for two line breaks.
          document = TextDocument.create('', '', 0, whole);
          expect(pieced.length).toBe(whole.length);
          expect(pieced.slice(from, from + 40_000) === whole.slice(from, from + 40_000)).toBe(true);
        }
        expect(pieced.toString() === document.getText()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('knows what it shares with the text that it was made from, and says no more than is alike', () => {
    fc.assert(
      fc.property(long, long, fc.nat(400_000), fc.nat(5), words, (head, tail, at, length, text) => {
        const before = PiecedText.of(head + tail);
        const start = Math.min(at, before.length);
        const after = before.replace(start, Math.min(start + length, before.length), text);
        const shared = after.sharedWith(before);
        const [one, other] = [before.toString(), after.toString()];
        expect(one.slice(0, shared.start) === other.slice(0, shared.start)).toBe(true);
        expect(one.slice(one.length - shared.end) === other.slice(other.length - shared.end)).toBe(true);
        // An edit leaves all but a few pieces, so that what lies far from it is known to be alike; lines here are short but in one.
        if (!one.includes('no line end')) expect(shared.start + shared.end).toBeGreaterThan(before.length - 200_000);
        expect(commonEnds(before, after)).toEqual(commonEnds(one, other));
      }),
      { numRuns: 60 },
    );
    expect(PiecedText.of('a').sharedWith('a')).toEqual({ start: 0, end: 0 });
  });

  it('has its lines where they are, whatever was taken out between the signs of a line break', () => {
    const text = `${'a\n'.repeat(40_000)}b\r\nc`;
    const pieced = PiecedText.of(text);
    const at = text.indexOf('\r');
    expect(pieced.replace(at + 1, at + 2, '').offsetAt(40_001, 0)).toBe(at + 1);
    expect(pieced.replace(0, at, '').toString()).toBe('\r\nc');
    expect(pieced.replace(0, text.length, '').offsetAt(3, 3)).toBe(0);
  });
});
