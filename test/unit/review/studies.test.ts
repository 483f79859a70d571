import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outline } from '../../../server/src/reports/outline.js';
import { synthesisTable } from '../../../server/src/reports/synthesis-table.js';
import { buildReview } from '../../../server/src/review/build.js';
import { judge } from '../../../server/src/rules/judge.js';
import type { StudyFacts } from '../../../server/src/syntax/facts.js';
import { readFacts } from '../../../server/src/syntax/read.js';
import { exampleOf, factsOf, reviewOf } from '../support/review.js';

/** A study's facts without their places. */
function factsWithoutPlaces(path: string, text: string): unknown {
  const facts = readFacts(path, 'study', text).chunks[0]?.facts as StudyFacts;
  return JSON.parse(
    JSON.stringify(facts, (name, value: unknown) => (/^(at|.*At|head)$/.test(name) ? undefined : value)),
  );
}

describe('Markdown and YAML studies', () => {
  test('give the same facts', () => {
    const markdown = `---
cite: Gillard et al. 2013
country: UK
participants: 15
themes:
  - boundaries
  - giving-back: Contributing
reports: [gillard2013b]
casp: 8
---

## Findings

> I had been where they were, and I could say so. (P3, p. 12) #giving-back

The authors read this as a debt repaid. #giving-back #challenge

## Memo

Not data. #boundaries
`;
    const yaml = `cite: Gillard et al. 2013
country: UK
participants: 15
themes: [boundaries, {giving-back: Contributing}]
reports: gillard2013b
casp: 8
findings:
  - quote: |-
      I had been where they were, and I could say so.
    at: P3, p. 12
    themes: [giving-back]
  - authors: |-
      The authors read this as a debt repaid.
    themes: [giving-back]
    aspects: [challenge]
notes: |
  Not data. #boundaries
`;
    const one = factsWithoutPlaces('studies/gillard2013.md', markdown) as StudyFacts;
    expect(factsWithoutPlaces('studies/gillard2013.yaml', yaml)).toEqual(one);
    expect(one.findings.map(finding => finding.order)).toEqual([1, 2]);
    expect(one.findings[0]?.locator).toEqual({ value: 'P3, p. 12' });
  });

  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const id = fc.stringMatching(/^[a-z]{2,6}(-[a-z]{2,6})?$/);
  const sentence = fc.array(word, { minLength: 2, maxLength: 8 }).map(words => `The ${words.join(' ')}.`);

  test('give the same facts whatever they hold', () => {
    const studies = fc.record({
      country: fc.constantFrom('UK', 'New Zealand', 'not reported'),
      participants: fc.nat(500),
      themes: fc.uniqueArray(id, { maxLength: 4 }),
      findings: fc.array(
        fc.record({
          quote: fc.boolean(),
          text: sentence,
          page: fc.option(fc.nat(99), { nil: undefined }),
          tags: fc.uniqueArray(id, { maxLength: 2 }),
        }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(studies, ({ country, participants, themes, findings }) => {
        const grid = `country: ${country}\nparticipants: ${participants}\n${themes.length > 0 ? `themes:\n${themes.map(each => `  - ${each}\n`).join('')}` : ''}`;
        const body = findings.map(({ quote, text, page, tags }) => {
          const where = page === undefined ? '' : ` (p. ${page})`;
          return `${quote ? '> ' : ''}${text}${where}${tags.map(tag => ` #${tag}`).join('')}\n`;
        });
        const markdown = `---\n${grid}---\n\n## Findings\n\n${body.join('\n')}`;
        const list = findings.map(
          ({ quote, text, page, tags }) =>
            `  - ${quote ? 'quote' : 'authors'}: |-\n      ${text}\n${page === undefined ? '' : `    at: p. ${page}\n`}${tags.length > 0 ? `    themes: [${tags.join(', ')}]\n` : ''}`,
        );
        const yaml = `${grid}${list.length > 0 ? `findings:\n${list.join('')}` : ''}`;
        expect(factsWithoutPlaces('a.yaml', yaml)).toEqual(factsWithoutPlaces('a.md', markdown));
      }),
      { numRuns: 150 },
    );
  });
});

test('the order of the files makes no difference', () => {
  const { texts } = exampleOf();
  const facts = factsOf(texts);
  const say = (files: typeof facts): string => {
    const review = buildReview(files);
    return JSON.stringify([judge(review), synthesisTable(review), outline(review)]);
  };
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), shuffled => {
      expect(say(shuffled)).toBe(say(facts));
    }),
    { numRuns: 50 },
  );
});

describe('the table’s order', () => {
  const order = (sort: string): string[] =>
    reviewOf(`
=== metasynth.yaml ===
characteristics: {participants: {type: count}}
table: {sort: ${sort}}
=== studies/b2001.md ===
---
cite: Berg 2001
participants: 100
casp: 7
---
=== studies/a2012.md ===
---
cite: Ärlig 2012
participants: 9
casp: 7
---
=== studies/a2012b.md ===
---
cite: Ärlig 2012b
casp: 9
---
`).review.studies.map(study => study.facts.key);

  test.each([
    ['study', ['a2012', 'a2012b', 'b2001']],
    ['year', ['b2001', 'a2012', 'a2012b']],
    ['"-casp"', ['a2012b', 'a2012', 'b2001']],
    ['participants', ['a2012', 'b2001', 'a2012b']],
    ['"-participants"', ['b2001', 'a2012', 'a2012b']],
  ])('by %s', (sort, expected) => {
    expect(order(sort)).toEqual(expected);
  });
});

describe('appraisal', () => {
  const all = (answer: string, except: Record<number, string> = {}): string =>
    Array.from({ length: 10 }, (_, index) => `  ${index + 1}: ${except[index + 1] ?? answer}\n`).join('');
  const review = (files: string) =>
    reviewOf(`
=== metasynth.yaml ===
appraisal: {checklist: casp-qualitative, raters: [JM, JS], scoring: sum-of-yes}
=== studies/a.md ===
---
cite: A 2001
---
${files}`).review.studies[0]?.appraisal;

  test('what both raters say alike holds; the rest waits for the consensus', () => {
    const appraisal = review(
      `=== appraisals/JM.yaml ===\na:\n${all('yes')}=== appraisals/JS.yaml ===\na:\n${all('Y', { 4: "can't tell" })}`,
    );
    expect(appraisal?.agreed.size).toBe(9);
    expect(appraisal).toMatchObject({ complete: false, derived: undefined, total: undefined });
  });

  test('the consensus settles what differed, and the total follows', () => {
    const appraisal = review(
      `=== appraisals/JM.yaml ===\na:\n${all('yes')}=== appraisals/JS.yaml ===\na:\n${all('true', { 4: 'no' })}=== appraisals/consensus.yaml ===\na: {4: no, by: JM}\n`,
    );
    expect(appraisal).toMatchObject({ complete: true, derived: 9, total: 9 });
  });

  test('what one of two raters says does not hold until the other has said it', () => {
    expect(review(`=== appraisals/JM.yaml ===\na:\n${all('yes')}`)?.agreed.size).toBe(0);
  });
});

describe('a complaint that half of the studies share', () => {
  const withStudies = (count: number, without: number): string =>
    `=== metasynth.yaml ===\ncharacteristics: {country: {type: text}}\n=== references.bib ===\n=== codebook.yaml ===\n=== synthesis.md ===\n${Array.from({ length: count }, (_, index) => `=== studies/s${index}.md ===\n---\ncountry: UK\n${index < without ? '' : 'casp: 8\n'}---\n`).join('')}`;
  const said = (count: number, without: number): string[] =>
    reviewOf(withStudies(count, without))
      .diagnoses('appraisal.missing')
      .map(each => each.message);

  test('is said once, for the review, from five studies on', () => {
    expect(said(10, 5)).toEqual(['5 of the 10 studies have no appraisal yet.']);
    expect(said(8, 4)).toHaveLength(4);
    expect(said(11, 5)).toHaveLength(5);
  });
});

describe('the table’s columns', () => {
  test('stand in the order and under the labels that the review gives', () => {
    const { review } = reviewOf(`
=== metasynth.yaml ===
characteristics:
  country: {type: text, label: Country of the study}
  participants: {type: count}
missing: {not applicable: "–"}
table:
  columns: [study, {participants: n}, country, casp: Quality, year, themes, constructs]
=== codebook.yaml ===
themes:
  giving-back: {label: Giving back, construct: identity}
constructs:
  identity: {label: Identity}
=== studies/a2001.md ===
---
cite: A 2001
participants: not applicable
themes: [giving-back: Contributing]
---
`);
    expect(synthesisTable(review)).toEqual({
      columns: [
        { name: 'study', label: 'Study' },
        { name: 'participants', label: 'n' },
        { name: 'country', label: 'Country of the study' },
        { name: 'casp', label: 'Quality' },
        { name: 'year', label: 'Year' },
        { name: 'themes', label: 'Themes' },
        { name: 'constructs', label: 'Constructs' },
      ],
      rows: [['A 2001', '–', 'not reported', 'not reported', '2001', 'Contributing', 'Identity']],
      keys: ['a2001'],
    });
  });
});

test('of two studies with one key, the one whose file bears its name counts, and the other is told', () => {
  const written = reviewOf(`
=== studies/another.md ===
---
key: «Gillard2013»
cite: Not this one
---
=== studies/gillard2013.md ===
---
cite: This one
---
`);
  expect(written.review.studies.map(study => study.name)).toEqual(['This one']);
  expect(written.marked(written.diagnoses('study.duplicate-key'))).toContain('key: «Gillard2013»');
});

describe('appraisals that are not finished', () => {
  const base = `
=== metasynth.yaml ===
appraisal: {checklist: casp-qualitative, raters: [JM, JS], scoring: sum-of-yes}
table: {columns: [study, casp]}
`;
  const complete = '{1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: sometimes}';

  test('print as to do, and not as not reported', () => {
    const { review } = reviewOf(
      `${base}=== studies/a2001.md ===\n---\ncite: A 2001\n---\n=== appraisals/JM.yaml ===\na2001: {1: yes}\n`,
    );
    expect(synthesisTable(review).rows).toEqual([['A 2001', 'to do']]);
  });

  test('inside a study stay when the next rater has no answers yet', () => {
    const { diagnoses } = reviewOf(`${base}=== studies/a2001.md ===\n---\ncasp:\n  JM: ${complete}\n  JS:\n---\n`);
    expect(diagnoses('appraisal.unknown-answer')).toHaveLength(1);
  });

  test('an empty consensus is none', () => {
    const { diagnoses } = reviewOf(
      `${base}=== studies/a2001.md ===\n---\ncite: A 2001\n---\n=== appraisals/consensus.yaml ===\na2001:\n`,
    );
    expect(diagnoses('appraisal.missing')).toHaveLength(1);
  });

  test('of a study that stands twice in a rater’s file the first counts', () => {
    const { review } = reviewOf(
      `${base}=== studies/a2001.md ===\n---\ncite: A 2001\n---\n=== appraisals/JM.yaml ===\na2001: {1: yes}\nA2001: {1: no, 2: no}\n`,
    );
    expect(review.studies[0]?.appraisal.raters.map(each => each.rating.answers.length)).toEqual([1]);
  });
});

test('what one study lacks is told at that study, however much it lacks', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const settings = `=== metasynth.yaml ===\ncharacteristics: {${names.map(name => `field-${name}: {type: text, required: true}`).join(', ')}}\n`;
  const study = (key: string, full: boolean): string =>
    `=== studies/${key}.md ===\n---\n${full ? names.map(name => `field-${name}: x\n`).join('') : 'cite: New\n'}---\n`;
  const { diagnoses } = reviewOf(settings + names.map(name => study(name, true)).join('') + study('new', false));
  const told = diagnoses('characteristic.missing');
  expect(told).toHaveLength(6);
  expect(new Set(told.map(each => each.path))).toEqual(new Set(['studies/new.md']));
});

test('a key that was probably meant is offered with its capitals', () => {
  const { diagnoses } = exampleOf(
    '=== references.bib ===\n@article{Moran2012, author = {Moran}, year = 2012}\n@article{gillard2013, author = {G}, year = 2013}\n=== synthesis.md ===\n## Reframing of identity\n\nOne [@Moran2021].\n',
  );
  expect(diagnoses('citation.unknown')[0]?.data.near).toBe('Moran2012');
});

test('an office’s word for a missing value is told, with the name that says why', () => {
  const { diagnoses } = reviewOf(
    '=== metasynth.yaml ===\ncharacteristics: {country: {type: text}, participants: {type: count}}\n=== studies/a2001.md ===\n---\ncountry: n/a\nparticipants: NR\n---\n',
  );
  expect(diagnoses('characteristic.type').map(each => each.data.near)).toEqual(['not applicable', 'not reported']);
});
