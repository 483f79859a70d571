import { describe, expect, it } from 'vitest';
import { exampleOf } from '../support/review.js';

/** What is told of the small faultless review with these files in it, by code. */
const codes = (written: string): string[] => [
  ...new Set(
    exampleOf(written)
      .diagnoses()
      .map(each => each.code),
  ),
];

const open = `
  === studies/gillard2013.md ===
  ---
  country: UK
  participants: 15

  themes: [boundaries, giving-back]
`;

describe('a complaint that something is absent', () => {
  it('waits while the file that may hold it cannot be read whole', () => {
    // Only this study carries the theme "boundaries", below the blank line at which its characteristics seem to end.
    expect(codes(open)).toEqual(['study.front-matter-open']);
  });

  it('comes once that file can be read', () => {
    expect(codes(open.replace('15\n', '15\n  ---\n'))).toContain('theme.unused');
  });

  it('waits for the bibliography', () => {
    const bibliography = `
      === references.bib ===
      @article{gillard2013, author = {Gillard and others}, year = 2013}
    `;
    expect(codes(bibliography)).toContain('study.not-in-bibliography');
    expect(codes(`${bibliography}  @article moran2012, year = 2012}\n`)).toEqual(['bibliography.unreadable']);
  });

  it('is not made of a file that breaks off, of which the missing part may hold it', () => {
    const study = (participants: string): string => `
      === studies/moran2012.md ===
      ---
      participants: ${participants}
      themes: [giving-back]
      casp: 9
      ---
    `;
    expect(codes(study('31'))).toEqual(['characteristic.missing']);
    expect(codes(study('[31'))).toEqual(['yaml.unclosed']);
  });
});
