import { describe, expect, test } from 'vitest';
import { definition } from '../../../server/src/features/definition.js';
import { highlights, references } from '../../../server/src/features/references.js';
import { exampleOf } from '../support/review.js';

/** Where one gets from the cursor, with marks around each place, file by file. */
function goes(written: string): string {
  const review = exampleOf(written);
  const { path, position } = review.cursor;
  return review.marked(definition(review.review, path, position)?.to ?? []);
}

const lines = (marked: string): string[] =>
  marked.split('\n').filter(line => line.includes('«') || line.startsWith('==='));

const codebook = `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying, aliases: [contributing], construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
`;

describe('from a name to where it is told', () => {
  test('a theme, also by a former name, leads to the codebook', () => {
    const study = (theme: string): string =>
      `${codebook}=== studies/gillard2013.md ===\n---\ncountry: UK\nparticipants: 3\nthemes:\n  - ${theme}\n---\n`;
    const there = ['=== codebook.yaml ===', expect.stringContaining('  «giving-back»: {')];
    expect(lines(goes(study('giv«»ing-back')))).toEqual(there);
    expect(lines(goes(study('contri«»buting')))).toEqual(there);
    expect(goes(study('nob«»ody'))).toBe('');
  });

  test('a citation leads to its study first, and then to the bibliography', () => {
    const written = '=== synthesis.md ===\n## Reframing of identity\n\nHelping feels worthwhile [@gill«»ard2013].\n';
    const review = exampleOf(written);
    const { path, position } = review.cursor;
    const to = definition(review.review, path, position)?.to ?? [];
    expect(to.map(each => each.path)).toEqual(['studies/gillard2013.md', 'references.bib']);
  });

  test('a quote leads to its words in the full text', () => {
    const written = `
=== fulltext/gillard2013.txt ===
All of the workers had been patients themselves, in the same hospital or in another one.
"I had been where they were, and I could say so." (P3)
=== studies/gillard2013.md ===
---
country: UK
participants: 3
---

## Findings

> I had been where «»they were (P3) #giving-back
`;
    expect(lines(goes(written))).toEqual([
      '=== fulltext/gillard2013.txt ===',
      '"«I had been where they were», and I could say so." (P3)',
    ]);
    expect(lines(goes(written.replace('they were (', 'you were (')))).toEqual([
      '=== fulltext/gillard2013.txt ===',
      '"«I had been where they were», and I could say so." (P3)',
    ]);
    expect(goes(written.replace('fulltext/', 'notes/'))).toBe('');
  });

  test('a construct leads from its heading to the codebook, and from there to its heading', () => {
    const heading = '=== synthesis.md ===\n## Refra«»ming of identity\n\nHelping [@gillard2013; @moran2012].\n';
    expect(lines(goes(codebook + heading))).toEqual(['=== codebook.yaml ===', expect.stringContaining('«identity»:')]);
    const entry = codebook.replace('identity: {label', 'ident«»ity: {label');
    const plain = heading.replace('«»', '');
    expect(lines(goes(entry + plain))).toEqual(['=== synthesis.md ===', '## «Reframing of identity»']);
  });

  test('a key of the bibliography leads to its study, and a generated block to what it is made of', () => {
    const bib = '=== references.bib ===\n@article{gil«»lard2013, author = {Gillard}, year = 2013}\n';
    const review = exampleOf(bib);
    const { path, position } = review.cursor;
    expect(definition(review.review, path, position)?.to.map(each => each.path)).toEqual(['studies/gillard2013.md']);
    const block = '=== synthesis.md ===\nText.\n\n<!-- metasynth:out«»line -->\n<!-- /metasynth:outline -->\n';
    expect(lines(goes(codebook + block))).toEqual(['=== codebook.yaml ===', '«constructs»:']);
  });

  test('a characteristic leads to its declaration', () => {
    const written = '=== studies/gillard2013.md ===\n---\ncoun«»try: UK\nparticipants: 3\nthemes: [giving-back]\n---\n';
    expect(goes(written)).toMatch(/=== metasynth\.yaml ===[\s\S]*«country»/);
  });

  test('words that name nothing lead nowhere', () => {
    expect(goes('=== synthesis.md ===\nSome wo«»rds.\n')).toBe('');
  });
});

describe('every place that names something', () => {
  test('a theme by its former names, too; the codebook among them only with the declaration', () => {
    const written = `${codebook}=== studies/gillard2013.md ===
---
country: UK
participants: 3
themes:
  - giv«»ing-back
---

## Findings

> Words. (P1, p. 2) #contributing
`;
    const review = exampleOf(written);
    const { path, position } = review.cursor;
    const found = references(review.review, path, position);
    expect(found.filter(each => each.defines).map(each => each.path)).toEqual(['codebook.yaml']);
    const marked = review.marked(found);
    expect(marked).toContain('  - «giving-back»');
    expect(marked).toContain('#«contributing»');
    expect(marked).toContain('aliases: [«contributing»]');
    const here = highlights(review.review, path, position);
    expect(new Set(here.map(each => each.path))).toEqual(new Set([path]));
    expect(here).toHaveLength(2);
  });

  test('from each place of the small review one finds the place itself', () => {
    const { review } = exampleOf();
    let asked = 0;
    for (const file of review.files.values()) {
      for (const chunk of file.chunks) {
        for (const { kind, at } of chunk.uses) {
          if (kind === 'item' || kind === 'characteristic' || at.character === at.endCharacter) continue;
          const position = { line: at.line + chunk.line, character: at.character };
          const found = references(review, file.path, position);
          asked++;
          expect(found.some(each => each.path === file.path && each.range.line === position.line)).toBe(true);
          // On a study's first line a characteristic stands before the study that the line names as a whole.
          const told = definition(review, file.path, position);
          if (told?.from.endCharacter !== at.endCharacter) continue;
          for (const { path, range } of told.to) {
            const from = references(review, path, { line: range.line, character: range.character });
            expect(from.some(each => each.path === file.path && each.range.line === position.line)).toBe(true);
          }
        }
      }
    }
    expect(asked).toBeGreaterThan(10);
  });
});
