import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOf as fileKind } from '../../../../server/src/review/paths.js';
import type {
  Answer,
  Chunk,
  Problem,
  Rating,
  RatingFacts,
  StudyFacts,
  Told,
  Use,
} from '../../../../server/src/syntax/facts.js';
import { kindOf, PackedChunk, packFile, setPacked } from '../../../../server/src/syntax/packed/packed-chunk.js';
import { readFacts } from '../../../../server/src/syntax/read.js';
import { defaultSettings } from '../../../../server/src/syntax/read-review.js';

const text = fc.oneof(
  fc.constantFrom('', 'country', 'UK', 'boundaries', 'Boundaries', 'not reported', '“quoted”', 'naïve', '\u0000\u00ff'),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.integer({ min: 100, max: 9000 }).map(length => 'é'.repeat(length)),
);
const place = fc.oneof(
  fc.record({ line: fc.nat(400), character: fc.nat(300), endLine: fc.nat(400), endCharacter: fc.nat(300) }),
  fc
    .record({ line: fc.nat(50), character: fc.nat(200), more: fc.nat(500) })
    .map(({ line, character, more }) => ({ line, character, endLine: line, endCharacter: character + more })),
  fc.record({ line: fc.maxSafeNat(), character: fc.maxSafeNat(), endLine: fc.nat(), endCharacter: fc.maxSafeNat() }),
);
const told: fc.Arbitrary<Told> = fc.record({ value: text, at: place });
const few = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(each, { maxLength: 5 });
const answer: fc.Arbitrary<Answer> = fc.record(
  { item: text, itemAt: place, answer: text, at: place, because: text },
  { requiredKeys: ['item', 'itemAt', 'answer', 'at'] },
);
const rating: fc.Arbitrary<Rating> = fc.record({
  rater: text,
  study: text,
  studyAt: place,
  answers: few(answer),
  repeated: few(answer),
  reasons: few(fc.record({ item: text, because: text })),
  by: few(text),
});
const study: fc.Arbitrary<StudyFacts> = fc.record(
  {
    kind: fc.constant('study' as const),
    key: text,
    keyAt: place,
    head: place,
    cite: told,
    fields: few(
      fc.record({ name: text, nameAt: place, at: place, items: few(told), list: fc.boolean(), nested: fc.boolean() }),
    ),
    themes: few(fc.record({ id: text, name: text, at: place, wording: text }, { requiredKeys: ['id', 'name', 'at'] })),
    total: fc.record({ value: text, at: place, name: text }),
    ratings: few(rating),
    findings: few(
      fc.record(
        {
          order: fc.constantFrom(1 as const, 2 as const),
          text,
          verbatim: fc.boolean(),
          locator: told,
          tags: few(text),
          credibility: told,
          at: place,
          wordsAt: fc.array(fc.nat(100_000), { maxLength: 9 }),
        },
        { requiredKeys: ['order', 'text', 'verbatim', 'tags', 'at'] },
      ),
    ),
    reports: few(told),
    parent: told,
    synthesises: few(told),
  },
  {
    requiredKeys: ['kind', 'key', 'keyAt', 'head', 'fields', 'themes', 'ratings', 'findings', 'reports', 'synthesises'],
  },
);
const facts = fc.oneof(
  study,
  rating.map((each): RatingFacts => ({ kind: 'rating', rating: each })),
);
const use: fc.Arbitrary<Use> = fc.record({
  kind: fc.constantFrom(
    ...(['theme', 'construct', 'study', 'work', 'finding', 'rater', 'item', 'characteristic'] as const),
  ),
  id: text,
  name: text,
  role: fc.constantFrom(
    ...(['defines', 'alias', 'carries', 'tags', 'codes', 'cites', 'cites-against', 'maps-to'] as const),
    ...(['leads-to', 'rests-on', 'answers', 'names', 'rates', 'lists'] as const),
  ),
  at: place,
});
const problem: fc.Arbitrary<Problem> = fc.record({
  code: text,
  at: place,
  data: fc.dictionary(fc.constantFrom('key', 'near', 'count'), fc.oneof(text, fc.nat(), fc.double()), {
    noNullPrototype: true,
  }),
});
const chunk = fc.record({ line: fc.nat(), facts, uses: few(use), problems: few(problem) });

/** Packs enough other chunks for none of the earlier ones to be at hand unpacked. */
function forget(): void {
  const other: Chunk<RatingFacts> = {
    line: 0,
    facts: {
      kind: 'rating',
      rating: { rater: '', study: '', studyAt: origin, answers: [], repeated: [], reasons: [], by: [] },
    },
    uses: [],
    problems: [],
  };
  for (let i = 0; i < 300; i++) new PackedChunk(0, other).pack();
}

const origin = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

function plain({ line, facts, uses, problems }: Chunk): Chunk {
  return { line, facts, uses, problems };
}

test('what was packed is unpacked as it was, whatever it says', () => {
  fc.assert(
    fc.property(fc.array(chunk, { minLength: 1, maxLength: 4 }), made => {
      // A copy has the prototypes of plain data.
      const given = structuredClone(made);
      const packed = given.map(each => new PackedChunk(each.line, each as Chunk<StudyFacts | RatingFacts>));
      for (const each of packed) each.pack();
      forget();
      // In the order in which they lie, and the other way round: each of the three parts is read by itself.
      for (const [i, each] of packed.entries()) expect(plain(each)).toStrictEqual(given[i]);
      forget();
      for (const [i, each] of packed.entries()) expect(each.problems).toStrictEqual(given[i]!.problems);
      for (const [i, each] of packed.entries()) expect(each.uses).toStrictEqual(given[i]!.uses);
      expect(packed.map(kindOf)).toEqual(given.map(each => each.facts.kind));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('the facts of every sample are the same packed', () => {
  const root = join(import.meta.dirname, '../../../../samples');
  const settings = defaultSettings();
  let seen = 0;
  for (const sample of readdirSync(root)) {
    for (const address of filesBelow(join(root, sample))) {
      const path = relative(join(root, sample), address).replaceAll('\\', '/');
      const kind = fileKind(path, settings);
      if (!kind) continue;
      const file = readFacts(path, kind, readFileSync(address, 'utf8'));
      const packed = packFile(file);
      forget();
      expect(packed.chunks.map(plain)).toStrictEqual(file.chunks.map(plain));
      seen += packed.chunks.filter(each => each instanceof PackedChunk).length;
    }
  }
  expect(seen).toBeGreaterThan(20);
});

test('a chunk is one object, packed or not, and unpacked it gives out the same each time', () => {
  const file = packFile(readFacts('studies/a.md', 'study', '---\ncountry: UK\nthemes: [boundaries]\n---\n'));
  const [first] = file.chunks;
  setPacked(file, false);
  forget();
  expect(first!.facts).toBe(first!.facts);
  const before = first!.facts;
  forget();
  expect(first!.facts).toBe(before);
  setPacked(file, true);
  forget();
  expect(first!.facts).not.toBe(before);
  expect(first!.facts).toStrictEqual(before);
  expect(file.chunks[0]).toBe(first);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
