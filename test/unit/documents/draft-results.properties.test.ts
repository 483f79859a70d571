import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftedResults, draftResults } from '../../../server/src/documents/draft/draft-results.js';
import type { Review } from '../../../server/src/review/model.js';
import { judge } from '../../../server/src/rules/judge.js';
import { faultlessReview } from '../../bench/generate/review.js';
import { applied, reviewFrom, type TextsByPath } from '../editing/support.js';

/** What is done to the section of a construct before a draft is asked for. */
type Fate = 'stays' | 'goes' | 'emptied' | 'bare';

const fates = fc.array(fc.constantFrom<Fate>('stays', 'goes', 'goes', 'emptied', 'bare'), {
  minLength: 6,
  maxLength: 6,
});

/** What the manuscript around them is like. */
const around = fc.record({
  seed: fc.integer({ min: 1, max: 4 }),
  blocks: fc.boolean(),
  crlf: fc.boolean(),
  results: fc.constantFrom('# Results', '# 3. Findings of the studies', undefined),
  discussion: fc.boolean(),
  /** How the last line of the file ends. */
  end: fc.constantFrom('\n', '', '\n\n\n'),
});

interface Given {
  readonly fates: readonly Fate[];
  readonly around: typeof around extends fc.Arbitrary<infer A> ? A : never;
}

const reviews = new Map<string, TextsByPath>();

/** A generated review whose manuscript has lost some of what it had. */
function written({ fates: done, around: given }: Given): Map<string, string> {
  const key = `${given.seed} ${given.blocks}`;
  const whole = reviews.get(key) ?? faultlessReview({ studies: 34, seed: given.seed, blocks: given.blocks }).files;
  reviews.set(key, whole);
  let number = 0;
  let text = whole
    .get('synthesis.md')!
    .replace(/^## (?!Introduction|Methods|Included|Line)[\s\S]*?(?=^#{1,2} )/gm, section => {
      const fate = done[number++ % done.length];
      if (fate === 'goes') return '';
      if (fate === 'emptied') return section.replace(/^(?!#|<!--).+\n/gm, '');
      if (fate === 'bare') return section.replace(/(?<=^## .*\n)[\s\S]*$/m, '\n');
      return section;
    });
  text = given.results === undefined ? text.replace('# Results\n\n', '') : text.replace('# Results', given.results);
  if (!given.discussion) text = text.replace(/^# Discussion[\s\S]*?(?=^## |$(?![\s\S]))/m, '');
  text = text.trimEnd() + given.end;
  const texts = new Map(whole);
  texts.set('synthesis.md', given.crlf ? text.replaceAll('\n', '\r\n') : text);
  return texts;
}

function drafted(review: Review, texts: TextsByPath): DraftedResults {
  const made = draftResults(review, path => texts.get(path));
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

/** What is told of a review, without the lines of the manuscript, which move. */
function told(review: Review): Map<string, number> {
  const found = new Map<string, number>();
  for (const { code, path, message } of judge(review)) {
    const key = `${code} ${path} ${message}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

describe('a draft of the results, of any manuscript', () => {
  it('adds what is true, takes nothing away, and adds nothing twice', () => {
    fc.assert(
      fc.property(fates, around, (done, given) => {
        const texts = written({ fates: done, around: given });
        const review = reviewFrom(texts);
        const { change, texts: whole } = drafted(review, texts);
        const after = applied(texts, change);
        const result = after.get('synthesis.md')!;
        expect(whole.get('synthesis.md') ?? texts.get('synthesis.md')).toBe(result);

        // What stood there stands there, letter for letter: everything is put in, nothing is replaced.
        expect(change.edits.filter(({ expected }) => expected !== '')).toEqual([]);
        expect(change.created).toEqual([]);
        expect(result.includes(given.crlf ? '\n' : '\r\n')).toBe(given.crlf);
        if (given.crlf) expect(/(?<!\r)\n/.test(result)).toBe(false);

        // Nothing is told that was not told before, and every construct has its section with all who carry it.
        const reviewAfter = reviewFrom(after);
        const before = told(review);
        const more = [...told(reviewAfter)].filter(([key, count]) => count > (before.get(key) ?? 0));
        expect(more).toEqual([]);
        const sectioned = reviewAfter.constructs.filter(({ headings }) => headings.length === 1);
        expect(sectioned).toHaveLength(reviewAfter.constructs.length);
        for (const { construct, cited } of newlyWritten(review, reviewAfter)) {
          expect(cited.size).toBe(construct.carrying.length);
          // A number for the construct, one for all studies, and one for each paragraph of a theme.
          const numbers = reviewAfter.sections
            .filter(section => section.construct === construct)
            .flatMap(({ facts }) => facts.numbers);
          expect(numbers).toHaveLength(construct.findings.length + 2);
        }

        // The same again finds nothing to do.
        expect(drafted(reviewAfter, after).change).toEqual({ edits: [], moves: [], created: [] });
      }),
      { numRuns: 12 },
    );
  });
});

/** The constructs that nothing was written of before, with the studies that are cited under them now. */
function newlyWritten(before: Review, after: Review) {
  return after.constructs
    .filter(({ id }) => before.constructById.get(id)!.findings.length === 0)
    .map(construct => ({
      construct,
      cited: new Set(construct.findings.flatMap(({ support, contrary }) => [...support, ...contrary])),
    }));
}
