import { describe, expect, test } from 'vitest';
import { filledBlock, picturesOf, staleBlocks } from '../../../server/src/documents/blocks.js';
import { fixesFor } from '../../../server/src/features/fixes/fixes.js';
import { pictureMark } from '../../../server/src/figures/drawing.js';
import { changed, fixesIn, reviewWith } from '../features/fixes-support.js';
import { exampleOf } from '../support/review.js';

const manuscript = (path: string, screened: number, inside = ''): string => `
=== metasynth.yaml ===
title: A review
manuscript: [${path}]
flow: {records-screened: ${screened}}
=== ${path} ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012].

<!-- metasynth:flow -->${inside}<!-- /metasynth:flow -->
`;

describe('the pictures of generated blocks', () => {
  test('lie beside the manuscript, and are named in the block with a fingerprint', () => {
    const { review } = exampleOf(manuscript('text/synthesis.md', 40, '\n'));
    const { text, pictures } = filledBlock(review, review.generated[0]!)!;
    expect(pictures.map(({ path }) => path)).toEqual(['text/figures/flow.svg']);
    expect(text).toContain('](figures/flow.svg');
    expect(text).toMatch(/<!-- pictures: figures\/flow\.svg [a-z0-9]{6,} -->\n\n$/);
    expect(pictures[0]!.svg).toContain(pictureMark);
    expect(picturesOf(review)).toEqual(pictures);
    expect(picturesOf(review, 'outline')).toEqual([]);
  });

  test('make the block stale by its text alone once they would change', () => {
    const first = exampleOf(manuscript('synthesis.md', 40, '\n')).review;
    const { text } = filledBlock(first, first.generated[0]!)!;
    expect([...staleBlocks(exampleOf(manuscript('synthesis.md', 40, text)).review)]).toEqual([]);
    const after = exampleOf(manuscript('synthesis.md', 41, text));
    expect([...staleBlocks(after.review)]).toHaveLength(1);
    expect(after.diagnoses('block.stale')).toHaveLength(1);
  });

  test('are made and brought up to date by the quick fix; what somebody else drew stays', () => {
    const written = exampleOf(manuscript('synthesis.md', 40, '\n'));
    const [diagnosis] = written.diagnoses('block.stale');
    const [fix] = fixesIn(written, diagnosis!);
    const texts = changed(written.texts, fix!.change);
    expect(texts.get('figures/flow.svg')).toContain('Records screened (n');
    expect(reviewWith(texts).diagnoses('block.stale')).toEqual([]);

    const later = exampleOf(
      manuscript('synthesis.md', 41, filledBlock(written.review, written.review.generated[0]!)!.text),
    );
    const [again] = later.diagnoses('block.stale');
    const ours = new Map([...later.texts, ['figures/flow.svg', texts.get('figures/flow.svg')!]]);
    const [update] = fixesFor(again!, later.review, path => ours.get(path));
    expect(changed(ours, update!.change).get('figures/flow.svg')).toContain('n\u00a0=\u00a041');

    const theirs = new Map([...later.texts, ['figures/flow.svg', '<svg>mine</svg>']]);
    const [careful] = fixesFor(again!, later.review, path => theirs.get(path));
    expect(changed(theirs, careful!.change).get('figures/flow.svg')).toBe('<svg>mine</svg>');
  });
});
