import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Texts } from '../../../server/src/editing/change.js';
import { filesForMerge, mergeThemes } from '../../../server/src/editing/merge.js';
import type { Outcome } from '../../../server/src/editing/pieces.js';
import { filesForRename, rename } from '../../../server/src/editing/rename.js';
import { filesForSplit, splitTheme } from '../../../server/src/editing/split.js';
import type { NamedThing } from '../../../server/src/editing/symbols.js';
import { invert } from '../../../server/src/editing/undo.js';
import type { Review } from '../../../server/src/review/model.js';
import { judge } from '../../../server/src/rules/judge.js';
import { applied, reviewFrom, type TextsByPath } from './support.js';

/** The themes that codebooks are made of, in the order of the alphabet; the studies that carry them. */
const themeNames = ['boundaries', 'giving-back', 'hope', 'stigma/self', 'übergang'];
const labels = ['Boundaries', 'Giving back', 'Hope, kept', "It's me", 'Übergang: #1'];
const studyKeys = ['aiken2013', 'moran2012', 'weeks2006'];
const wordings = ['Own words', 'Some, and more', 'a: b', "it's", 'x #1'];

const note = fc.constantFrom('', '', ' # why');

interface GivenTheme {
  readonly style: 'short' | 'flow' | 'block';
  readonly comment: boolean;
  readonly gap: boolean;
  readonly definition: boolean;
  readonly aliases: 'none' | 'one' | 'list' | 'lines';
}

const givenTheme = fc.record<GivenTheme>({
  style: fc.constantFrom('short', 'flow', 'block', 'block'),
  comment: fc.boolean(),
  gap: fc.boolean(),
  definition: fc.boolean(),
  aliases: fc.constantFrom('none', 'none', 'one', 'list', 'lines'),
});

const codebook = fc.tuple(...themeNames.map(() => givenTheme)).map(themes => {
  const entries = themes.map((theme, index) => themeEntry(theme, index));
  return `# The codebook.\nthemes:\n${entries.join('')}constructs:\n  identity: {label: Identity}\n  use:\n    label: Use of self\n`;
});

function themeEntry({ style, comment, gap, definition, aliases }: GivenTheme, index: number): string {
  const name = themeNames[index]!;
  const label = JSON.stringify(labels[index]);
  const construct = index % 2 === 0 ? 'identity' : 'use';
  const lead = (gap ? '\n' : '') + (comment ? `  # About ${index}.\n` : '');
  if (style === 'short') return `${lead}  ${name}: ${label} # short\n`;
  if (style === 'flow') return `${lead}  ${name}: {label: ${label}, construct: ${construct}}\n`;
  const written = {
    none: '',
    one: `    aliases: old-${index}\n`,
    list: `    aliases: [old-${index}, older-${index}] # merged\n`,
    lines: `    aliases:\n      - old-${index} # first\n      - older-${index}\n`,
  }[aliases];
  const words = definition ? `    definition: >-\n      What it is: ${index}\n` : '';
  return `${lead}  ${name}:\n    label: ${label} # as they say\n${words}${written}    construct: ${construct}\n`;
}

/** Themes that a study carries, by their place among the names, each with a wording or with none. */
const carried = fc.uniqueArray(
  fc.record({
    theme: fc.nat(themeNames.length - 1),
    wording: fc.option(fc.constantFrom(...wordings), { nil: undefined }),
    note,
  }),
  { maxLength: 4, selector: each => each.theme },
);

const tags = fc.uniqueArray(fc.nat(themeNames.length - 1), { maxLength: 3 });

const study = fc
  .record({
    carried,
    flow: fc.boolean(),
    passages: fc.array(tags, { maxLength: 3 }),
    markdown: fc.boolean(),
    crlf: fc.boolean(),
  })
  .map(({ carried, flow, passages, markdown, crlf }) => {
    const item = (wording: string | undefined, name: string): string =>
      wording === undefined ? name : `${name}: ${JSON.stringify(wording)}`;
    const themes =
      carried.length === 0
        ? ''
        : flow
          ? `themes: [${carried.map(each => (each.wording === undefined ? themeNames[each.theme] : `{${item(each.wording, themeNames[each.theme]!)}}`)).join(', ')}]\n`
          : `themes:\n${carried.map(each => `  - ${item(each.wording, themeNames[each.theme]!)}${each.note}\n`).join('')}`;
    const head = `country: UK # where\n${themes}casp: 8\n`;
    const body = markdown
      ? `---\n${head}---\n\n## Findings\n${passages.map(each => `\n> Words of theirs. (P1)${each.map(index => ` #${themeNames[index]}`).join('')}\n`).join('')}\n## Memo\n\nOurs.\n`
      : head +
        (passages.length === 0
          ? ''
          : `findings:\n${passages.map(each => `  - quote: Words\n    themes: [${each.map(index => themeNames[index]).join(', ')}]\n`).join('')}`);
    return { ending: markdown ? 'md' : 'yaml', text: crlf ? body.replace(/\n/g, '\r\n') : body };
  });

const texts: fc.Arbitrary<TextsByPath> = fc
  .record({ codebook, studies: fc.tuple(...studyKeys.map(() => study)), coded: carried })
  .map(({ codebook, studies, coded }) => {
    const files = new Map<string, string>([
      [
        'metasynth.yaml',
        'title: T\nquestion: Q\nappraisal: {scoring: as-reported}\neligibility:\n  - says: x\n    filter: theme:hope OR country:UK\n',
      ],
      ['codebook.yaml', codebook],
      [
        'references.bib',
        studyKeys.map(key => `@article{${key}, author = {A, B}, title = {T}, year = 2012}\n`).join(''),
      ],
      ['appraisals/JM.yaml', studyKeys.map(key => `${key}: {1: yes}\n`).join('')],
      ['coding/JM.yaml', `aiken2013: [${coded.map(each => themeNames[each.theme]).join(', ')}]\n`],
      [
        'synthesis.md',
        `## Identity\n\nSo it is [@aiken2013; see @moran2012, p. 3; but see @weeks2006]. <!-- finding: so -->\nIn 2<!-- = studies where theme:hope --> of them @moran2012 says so.\n\n## Self {#use}\n\nAnd so [@weeks2006].\n`,
      ],
    ]);
    studies.forEach(({ ending, text }, index) => {
      files.set(`studies/${studyKeys[index]}.${ending}`, text);
    });
    return files;
  });

/** Makes a change that is there to be had, with the texts alone that it said it needs. */
function make(
  files: TextsByPath,
  needed: readonly string[],
  change: (texts: Texts) => Outcome<Change>,
): Map<string, string> {
  const outcome = change(path => (needed.includes(path) ? files.get(path) : undefined));
  if (!outcome.ok) throw new Error(outcome.reason);
  const after = applied(files, outcome.value);
  // Whatever is done can be taken back to the byte.
  const back = invert(outcome.value, path => files.get(path));
  expect([...applied(after, back!)].sort()).toEqual([...files].sort());
  return after;
}

function renamed(files: TextsByPath, thing: NamedThing, to: string): Map<string, string> {
  const review = reviewFrom(files);
  return make(files, filesForRename(review, thing), texts => rename(review, thing, to, texts));
}

function described(outcome: ReturnType<typeof mergeThemes>): Outcome<Change> {
  return outcome.ok ? { ok: true, value: outcome.value.change } : outcome;
}

function merged(files: TextsByPath, from: string, into: string): Map<string, string> {
  const review = reviewFrom(files);
  return make(files, filesForMerge(review, { from, into }), texts =>
    described(mergeThemes(review, { from, into }, texts)),
  );
}

/** How often each complaint is made that speaks of names. What concerns the number of things may well change. */
function complaints(review: Review): Map<string, number> {
  const counts = new Map<string, number>();
  const codes = /unknown|former|duplicate|yaml|field|type|stale|citation|bibliography/;
  for (const { code } of judge(review)) if (codes.test(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function noneNew(before: TextsByPath, after: TextsByPath): void {
  const known = complaints(reviewFrom(before));
  for (const [code, count] of complaints(reviewFrom(after)))
    expect([code, count <= (known.get(code) ?? 0)]).toEqual([code, true]);
}

/** The keys of the studies that carry a theme. */
function carriers(review: Review, theme: string): string[] {
  return (review.themeById.get(theme)?.studies ?? []).map(each => each.facts.key).sort();
}

/** What each study calls a theme that it lists, wording or label, as the table prints it. */
function wordsOf(review: Review): Map<string, string[]> {
  return new Map(
    review.studies.map(each => [
      each.id,
      each.facts.themes.map(
        ({ id, wording }) => wording ?? (review.themeById.get(id) ?? review.themeAliases.get(id))?.label ?? id,
      ),
    ]),
  );
}

const index = fc.nat(themeNames.length - 1);

describe('in any review', () => {
  it('a rename there and back gives the same bytes, and says nothing new', () => {
    const things = fc.oneof(
      index.map((at): [NamedThing, string] => [{ kind: 'theme', id: themeNames[at]! }, 'quite/new-name']),
      fc.constantFrom('identity', 'use').map((id): [NamedThing, string] => [{ kind: 'construct', id }, 'self-of-use']),
      fc.constantFrom(...studyKeys).map((id): [NamedThing, string] => [{ kind: 'key', id }, 'zoe2020']),
      fc.constant<[NamedThing, string]>([{ kind: 'finding', id: 'so' }, 'thus']),
      fc.constant<[NamedThing, string]>([{ kind: 'rater', id: 'jm' }, 'JMX']),
    );
    fc.assert(
      fc.property(texts, things, (files, [thing, to]) => {
        const there = renamed(files, thing, to);
        noneNew(files, there);
        const review = reviewFrom(there);
        const kinds = thing.kind === 'key' ? (['study', 'work'] as const) : [thing.kind];
        for (const kind of kinds) {
          const left = review.uses(kind, thing.id).filter(({ use }) => use.role !== 'alias');
          expect(left.map(({ file }) => file.path)).toEqual([]);
        }
        const back = renamed(
          there,
          { kind: thing.kind, id: to.toLowerCase() },
          thing.kind === 'rater' ? 'JM' : thing.id,
        );
        expect([...back].sort()).toEqual([...files].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('a merge makes every study that carries the one carry the other, and keeps the words of each', () => {
    fc.assert(
      fc.property(texts, index, index, (files, one, other) => {
        if (one === other) return;
        const [from, into] = [themeNames[one]!, themeNames[other]!];
        const before = reviewFrom(files);
        const after = merged(files, from, into);
        noneNew(files, after);
        const review = reviewFrom(after);
        expect(review.themeById.has(from)).toBe(false);
        expect(review.themeAliases.get(from)?.id).toBe(into);
        expect(review.uses('theme', from).every(({ use }) => use.role === 'alias')).toBe(true);
        expect(carriers(review, into)).toEqual(
          [...new Set([...carriers(before, from), ...carriers(before, into)])].sort(),
        );
        for (const theme of themeNames) {
          if (theme !== from && theme !== into) expect(carriers(review, theme)).toEqual(carriers(before, theme));
        }
        const now = wordsOf(review);
        for (const [key, words] of wordsOf(before)) {
          for (const word of words) expect(now.get(key)!.join('; ')).toContain(word);
        }
        for (const { facts } of review.studies) {
          for (const { tags } of facts.findings) expect(new Set(tags).size).toBe(tags.length);
        }
        // What a study says beside its themes is what it said.
        const comments = (all: TextsByPath) =>
          [...all].filter(([path]) => path.startsWith('studies/')).map(([, text]) => text.match(/# (where|why)/g));
        expect(comments(after)).toEqual(comments(files));
      }),
      { numRuns: 80 },
    );
  });

  it('a split that is merged back leaves the studies as they were, and the new name as a former one', () => {
    fc.assert(
      fc.property(texts, index, (files, at) => {
        const from = themeNames[at]!;
        const review = reviewFrom(files);
        const studies = carriers(review, from).slice(0, 2);
        if (studies.length === 0) return;
        const request = { from, to: 'quite-new', label: 'Quite: new', studies };
        const apart = make(files, filesForSplit(review, request), texts =>
          described(splitTheme(review, request, texts)),
        );
        noneNew(files, apart);
        const split = reviewFrom(apart);
        expect(carriers(split, 'quite-new')).toEqual(studies);
        expect(split.themeById.get('quite-new')?.constructs.map(each => each.id)).toEqual(
          review.themeById.get(from)?.constructs.map(each => each.id),
        );
        expect(wordsOf(split)).toEqual(wordsOf(review));
        const again = merged(apart, 'quite-new', from);
        const changed = [...files].filter(([path, text]) => again.get(path) !== text).map(([path]) => path);
        expect(changed).toEqual(['codebook.yaml']);
        const named = renamed(again, { kind: 'theme', id: from }, 'quite-new');
        expect(reviewFrom(named).themeAliases.has('quite-new')).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
