import { describe, expect, it } from 'vitest';
import { reviewOf } from './review.js';

describe('a review written as one string', () => {
  it('takes out the indentation of the test and the marks', () => {
    const { texts, marks, cursor } = reviewOf(`
      === codebook.yaml ===
      themes:
        «belonging»: {label: Belonging}
      === studies/moran2012.md ===
      ---
      themes: [«»]
      ---
    `);
    expect(texts.get('codebook.yaml')).toBe('themes:\n  belonging: {label: Belonging}\n');
    expect(marks).toEqual([
      { path: 'codebook.yaml', range: { line: 1, character: 2, endLine: 1, endCharacter: 11 } },
      { path: 'studies/moran2012.md', range: { line: 1, character: 9, endLine: 1, endCharacter: 9 } },
    ]);
    expect(cursor).toEqual({ path: 'codebook.yaml', position: { line: 1, character: 2 } });
  });

  it('reads metasynth.yaml first, wherever it stands', () => {
    const { review } = reviewOf(`
      === extraction/moran2012.md ===
      ---
      country: USA
      ---
      === metasynth.yaml ===
      studies: extraction/
    `);
    expect(review.studies.map(study => study.id)).toEqual(['moran2012']);
  });

  it('puts marks back where they were: around words, side by side, over lines, empty, and after CRLF', () => {
    const written = '=== a.md ===\n«one»«two» «»\r\n«three\r\nfour»\n=== b.md ===\n«»five';
    const { marked, marks } = reviewOf(written);
    expect(marked(marks)).toBe(written);
    expect(marked(marks.filter(mark => mark.path === 'b.md'))).toBe('=== b.md ===\n«»five');
    expect(marked([])).toBe('');
  });

  it('shows a place outside of the text and of the review, instead of hiding it', () => {
    const at = { line: 9, character: 0, endLine: 9, endCharacter: 3 };
    const { marked } = reviewOf('=== a.md ===\none\n');
    expect(marked([{ path: 'a.md', range: at }])).toBe('=== a.md ===\none\n«»');
    expect(marked([{ path: 'gone.md', range: at }])).toContain('gone.md');
  });

  it('refuses a text that begins with no file, or that a line further out has set apart', () => {
    expect(() => reviewOf('themes:\n')).toThrow('begins with a line');
    expect(() => reviewOf('\n  === a.md ===\none\n')).toThrow('begins with a line');
  });

  it('refuses to guess a cursor', () => {
    expect(() => reviewOf('=== a.md ===\none\n').cursor).toThrow('no mark');
  });
});
