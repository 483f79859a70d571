import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../../server/src/features/completion/completion.js';
import { documentationOf } from '../../../../server/src/features/completion/documentation.js';
import type { CompletionItem } from '../../../../server/src/features/completion/items.js';
import { mostItems } from '../../../../server/src/features/completion/items.js';
import { buildReview } from '../../../../server/src/review/build.js';
import type { Review } from '../../../../server/src/review/model.js';
import { judge } from '../../../../server/src/rules/judge.js';
import { factsOf } from '../../support/review.js';
import { accepted } from './support.js';

const samples = join(import.meta.dirname, '../../../../samples');

function textsOf(sample: string): ReadonlyMap<string, string> {
  const root = join(samples, sample);
  const paths = (folder: string): string[] =>
    readdirSync(folder).flatMap(name => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? paths(path) : [path];
    });
  return new Map(paths(root).map(path => [relative(root, path).replace(/\\/g, '/'), readFileSync(path, 'utf8')]));
}

const reviews = ['peer-support', 'worked-example'].map(name => {
  const texts = textsOf(name);
  return { texts, review: buildReview(factsOf(texts)) };
});

interface Cut {
  readonly texts: ReadonlyMap<string, string>;
  readonly review: Review;
  readonly path: string;
  /** The file up to the cursor, and what is left of it behind. */
  readonly text: string;
  readonly line: number;
  readonly character: number;
}

const files = reviews.flatMap(each => [...each.texts.keys()].filter(isOurs).map(path => ({ ...each, path })));

function isOurs(path: string): boolean {
  return /\.(md|ya?ml|bib|csv)$/.test(path) && !/README/.test(path);
}

/** A place in a file, near its start as often as near its end. */
const share = fc.integer({ min: 0, max: 100_000 }).map(at => at / 100_000);

/** Any file of a sample with a piece cut out behind the cursor, and a piece of typing before it. */
const cuts: fc.Arbitrary<Cut> = fc
  .record({
    file: fc.constantFrom(...files),
    at: share,
    lost: fc.constantFrom(0, 0, 1, 3, 40, 100_000),
    typed: fc.constantFrom(
      '',
      '',
      ' ',
      '\n',
      '\n  ',
      '#',
      ' #g',
      '@',
      '[@a',
      '- ',
      ': ',
      '[',
      '{',
      ',',
      '<',
      '<!-- ',
      '"',
      "'",
      '\t',
    ),
    windows: fc.boolean(),
  })
  .map(({ file, at, lost, typed, windows }) => {
    const whole = file.texts.get(file.path) ?? '';
    const cut = Math.floor(at * whole.length);
    const before = `${whole.slice(0, cut)}${typed}`;
    const both = [before, whole.slice(cut + lost)].map(part => (windows ? part.replace(/\n/g, '\r\n') : part));
    const rows = (both[0] ?? '').split(/\r\n|\r|\n/);
    return { ...file, text: both.join(''), line: rows.length - 1, character: rows.at(-1)?.length ?? 0 };
  });

function itemsAt({ review, path, text, line, character, texts }: Cut, snippets: boolean): readonly CompletionItem[] {
  const { items } = complete(review, path, text, { line, character }, { snippets }, of => texts.get(of));
  return items;
}

describe('any cut of the samples', () => {
  test('gives at most so many items, each of which replaces a stretch of the cursor’s line around the cursor', () => {
    fc.assert(
      fc.property(cuts, fc.boolean(), (cut, snippets) => {
        const items = itemsAt(cut, snippets);
        expect(items.length).toBeLessThanOrEqual(mostItems);
        const row = cut.text.split(/\r\n|\r|\n/)[cut.line] ?? '';
        for (const { range, label, filterText, text, snippet } of items) {
          expect([range.line, range.endLine]).toEqual([cut.line, cut.line]);
          expect(range.character).toBeLessThanOrEqual(cut.character);
          expect(range.endCharacter).toBeGreaterThanOrEqual(cut.character);
          expect(range.endCharacter).toBeLessThanOrEqual(row.length);
          expect(label).not.toMatch(/^\s*$/);
          expect(snippet ? '' : text).not.toContain('\n');
          expect(`${label}${text}${filterText}`).not.toMatch(/undefined|\[object|NaN/);
        }
        expect(new Set(items.map(item => item.sortText)).size).toBe(items.length);
      }),
      { numRuns: 3000 },
    );
  });

  test('says of each item what it is, and never fails', () => {
    fc.assert(
      fc.property(cuts, cut => {
        for (const { about } of itemsAt(cut, true).slice(0, 5)) {
          if (about) expect(documentationOf(cut.review, about)).toMatch(/\S/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Codes that say that a name is none of the review's. */
const unknown =
  /^(theme\.unknown|citation\.unknown|construct\.unknown|finding\.unknown|aspect\.unknown|field\.unknown|table\.unknown-column|study\.unknown-field|appraisal\.unknown-.*|block\.unknown)$/;

test('an item that is accepted is a name that the review knows, and breaks nothing', () => {
  const counted = new Map(
    reviews.map(({ review }) => [review, judge(review).filter(each => unknown.test(each.code)).length]),
  );
  let tried = 0;
  const wordsAt = fc
    .record({ file: fc.constantFrom(...files), at: share, pick: fc.nat() })
    .map(({ file, at, pick }) => {
      const text = file.texts.get(file.path) ?? '';
      // The start of a word, where all that may stand there is offered, or its end, where it is typed anew.
      const near = text.slice(Math.floor(at * text.length));
      const word = pick % 4 === 0 ? /[\w-](?![\w-])/ : /(?<![\w-])[\w-]/;
      const end = Math.floor(at * text.length) + Math.max(0, near.search(word) + (pick % 4 === 0 ? 1 : 0));
      const rows = text.slice(0, end).split('\n');
      return { ...file, text, line: rows.length - 1, character: rows.at(-1)?.length ?? 0, pick };
    });
  fc.assert(
    fc.property(wordsAt, cut => {
      const items = itemsAt(cut, true);
      const item = items.filter(isName)[cut.pick % Math.max(1, items.filter(isName).length)];
      if (!item) return;
      tried++;
      const text = accepted(cut.text, item).replace('¦', '');
      const review = buildReview(factsOf(new Map([...cut.texts, [cut.path, text]])));
      const found = judge(review).filter(each => unknown.test(each.code));
      expect(`${item.label} in ${cut.path}: ${found.length - (counted.get(cut.review) ?? 0)}`).toBe(
        `${item.label} in ${cut.path}: ${Math.min(0, found.length - (counted.get(cut.review) ?? 0))}`,
      );
      expect(
        review.files
          .get(cut.path)
          ?.chunks.flatMap(chunk => chunk.problems.map(each => each.code))
          .filter(isBroken),
      ).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(tried).toBeGreaterThan(50);
});

/** Renaming a field or an entry that others refer to, or taking a key twice, is another matter. */
function isName({ kind }: CompletionItem): boolean {
  return ['theme', 'study', 'work', 'construct', 'finding', 'answer', 'value', 'aspect', 'word', 'person'].includes(
    kind,
  );
}

function isBroken(code: string): boolean {
  return /^yaml\.(unreadable|unclosed)$/.test(code);
}
