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
import type { FileFacts } from '../../../../server/src/syntax/facts.js';
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
  const facts = factsOf(texts);
  return { texts, facts, review: buildReview(facts) };
});

interface Cut {
  readonly texts: ReadonlyMap<string, string>;
  readonly facts: readonly FileFacts[];
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

/** A file by its place in the list, and a place in it. What is drawn is small, so that a failure can be told. */
const place = { file: fc.nat({ max: files.length - 1 }), at: fc.integer({ min: 0, max: 100_000 }) };

function drawn({ file, at }: { readonly file: number; readonly at: number }) {
  const sample = files[file]!;
  const whole = sample.texts.get(sample.path) ?? '';
  return { sample, whole, offset: Math.floor((at / 100_000) * whole.length) };
}

function placeOf(text: string, offset: number): Pick<Cut, 'line' | 'character'> {
  const rows = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: rows.length - 1, character: rows.at(-1)?.length ?? 0 };
}

const typing = [
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
];
const cuts = fc.record({
  ...place,
  lost: fc.constantFrom(0, 0, 1, 3, 40, 100_000),
  typed: fc.constantFrom(...typing),
  windows: fc.boolean(),
});

/** Any file of a sample with a piece cut out behind the cursor, and a piece of typing before it. */
function cutOf(draw: typeof cuts extends fc.Arbitrary<infer T> ? T : never): Cut {
  const { sample, whole, offset } = drawn(draw);
  const parts = [whole.slice(0, offset) + draw.typed, whole.slice(offset + draw.lost)];
  const [before = '', after = ''] = parts.map(part => (draw.windows ? part.replace(/\n/g, '\r\n') : part));
  return { ...sample, text: before + after, ...placeOf(before + after, before.length) };
}

function itemsAt({ review, path, text, line, character }: Cut, snippets: boolean): readonly CompletionItem[] {
  const { items } = complete(review, path, text, { line, character }, { snippets });
  return items;
}

describe('any cut of the samples', () => {
  test('gives at most so many items, each of which replaces a stretch of the cursor’s line around the cursor', () => {
    fc.assert(
      fc.property(cuts, fc.boolean(), (draw, snippets) => {
        const cut = cutOf(draw);
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
      fc.property(cuts, draw => {
        const cut = cutOf(draw);
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

const counted = new Map(reviews.map(({ review }) => [review, unknownIn(review)]));

function unknownIn(review: Review): number {
  return judge(review, {}).filter(each => unknown.test(each.code)).length;
}

/** Accepts an item and reads the review anew: no name in it is new to the review, and the text is read as before. */
function expectKnown(cut: Cut, item: CompletionItem): void {
  const text = accepted(cut.text, item).replace('¦', '');
  const review = buildReview(withText(cut, text));
  const said = `${item.label} on line ${cut.line + 1} of ${cut.path}`;
  const more = Math.max(0, unknownIn(review) - (counted.get(cut.review) ?? 0));
  expect(`${said}: ${more} unknown`).toBe(`${said}: 0 unknown`);
  const problems = review.files.get(cut.path)?.chunks.flatMap(chunk => chunk.problems.map(each => each.code)) ?? [];
  expect([said, ...problems.filter(code => /^yaml\.(unreadable|unclosed)$/.test(code))]).toEqual([said]);
}

/** The facts of the sample with another text in one file. Only what may have changed is read. */
function withText({ texts, facts, path }: Cut, text: string): FileFacts[] {
  const settings = texts.get('metasynth.yaml') ?? '';
  const few =
    path === 'metasynth.yaml'
      ? new Map([[path, text]])
      : new Map([
          ['metasynth.yaml', settings],
          [path, text],
        ]);
  const read = factsOf(few);
  return facts.map(file => read.find(each => each.path === file.path) ?? file);
}

/** Of the items at a place, the one that a number picks. */
function pickOf(items: readonly CompletionItem[], pick: number): CompletionItem | undefined {
  return items[pick % Math.max(1, items.length)];
}

const picks = fc.record({ ...place, pick: fc.nat() });

test('a name that is accepted is one that the review knows', () => {
  let tried = 0;
  fc.assert(
    fc.property(picks, draw => {
      const { sample, whole, offset } = drawn(draw);
      // The start of a word, where all that may stand there is offered, or its end, where it is typed anew.
      const atEnd = draw.pick % 4 === 0;
      const word = atEnd ? /[\w-](?![\w-])/ : /(?<![\w-])[\w-]/;
      const at = offset + Math.max(0, whole.slice(offset).search(word) + (atEnd ? 1 : 0));
      const cut = { ...sample, text: whole, ...placeOf(whole, at) };
      const item = pickOf(itemsAt(cut, true).filter(isName), draw.pick);
      if (!item) return;
      tried++;
      expectKnown(cut, item);
    }),
    { numRuns: 300 },
  );
  expect(tried).toBeGreaterThan(50);
});

test('whatever is accepted on a new line, set in like the one above it or below it, is known', () => {
  let tried = 0;
  fc.assert(
    fc.property(picks, fc.boolean(), (draw, likeAbove) => {
      const { sample, whole, offset } = drawn(draw);
      const rows = whole.split('\n');
      const above = whole.slice(0, offset).split('\n').length - 1;
      const [margin = '', hyphen = ''] = /^( *)(- )?/.exec(rows[above + (likeAbove ? 0 : 1)] ?? '')?.slice(1) ?? [];
      const row = `${margin}${hyphen}`;
      const text = rows.toSpliced(above + 1, 0, row).join('\n');
      const cut = { ...sample, text, line: above + 1, character: row.length };
      const item = pickOf(itemsAt(cut, true), draw.pick);
      if (!item) return;
      tried++;
      expectKnown(cut, item);
    }),
    { numRuns: 300 },
  );
  expect(tried).toBeGreaterThan(50);
});

/** Renaming a field or an entry that others refer to, or taking a key twice, is another matter. */
function isName({ kind }: CompletionItem): boolean {
  return ['theme', 'study', 'work', 'construct', 'finding', 'answer', 'value', 'aspect', 'word', 'person'].includes(
    kind,
  );
}
