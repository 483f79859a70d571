import { describe, expect, test } from 'vitest';
import { filesForMove, followMove } from '../../../server/src/editing/move.js';
import { reviewOf } from '../support/review.js';
import { applied, difference, reviewFrom } from './support.js';

const review = `
=== codebook.yaml ===
themes: {hope: Hope}
=== studies/moran2012.md ===
---
# ours
country: UK
themes: [hope]
---
=== studies/uk/weeks2006.yaml ===
key: weeks2006
parent: moran2012
=== appraisals/JM.yaml ===
moran2012: {1: yes}
weeks2006: {1: yes}
=== synthesis.md ===
So [@moran2012; @weeks2006].
`;

/** What changes in other files when a file gets another name, or why nothing does. The move itself is made, too. */
function followed(from: string, to: string): string {
  const { review: known, texts } = reviewOf(review);
  const move = { from, to };
  const needed = filesForMove(known, move);
  const outcome = followMove(known, move, path => (needed.includes(path) ? texts.get(path) : undefined));
  if (!outcome.ok) return outcome.reason;
  expect(outcome.value.moves).toEqual([]);
  const after = applied(texts, outcome.value);
  const told = difference(texts, after);
  after.set(to, after.get(from)!);
  after.delete(from);
  // The review is one again with the file under its new name.
  if (told !== '')
    expect(reviewFrom(after).studyById.get(to.replace(/^.*\/|\.\w+$/g, '').toLowerCase())?.file.path).toBe(to);
  return told;
}

describe('a study whose file is renamed', () => {
  test('gets its new key in all other files', () => {
    expect(followed('studies/moran2012.md', 'studies/moran2013.md')).toBe(`=== studies/uk/weeks2006.yaml ===
- parent: moran2012
+ parent: moran2013
=== appraisals/JM.yaml ===
- moran2012: {1: yes}
+ moran2013: {1: yes}
=== synthesis.md ===
- So [@moran2012; @weeks2006].
+ So [@moran2013; @weeks2006].`);
  });

  test('and moved to another folder of the studies at once', () => {
    expect(followed('studies/moran2012.md', 'studies/usa/Moran2013.md')).toContain('+ So [@Moran2013; @weeks2006].');
  });

  test.each([
    ['keeps its key in another folder', 'studies/moran2012.md', 'studies/usa/moran2012.md'],
    ['keeps its key in another form', 'studies/moran2012.md', 'studies/moran2012.qmd'],
    ['keeps a key that is written in it', 'studies/uk/weeks2006.yaml', 'studies/uk/weeks2007.yaml'],
    ['is followed nowhere when it leaves the studies', 'studies/moran2012.md', 'excluded/moran2013.md'],
    ['is followed nowhere when it is put aside', 'studies/moran2012.md', 'studies/_moran2013.md'],
    ['is one of the studies', 'appraisals/JM.yaml', 'appraisals/JX.yaml'],
  ])('%s', (_, from, to) => {
    expect(followed(from, to)).toBe('');
  });

  test('does not take the key of another', () => {
    expect(followed('studies/moran2012.md', 'studies/weeks2006.md')).toContain(
      'There is a study or a work with the key',
    );
  });
});
