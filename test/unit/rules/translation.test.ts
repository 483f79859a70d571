import { describe, expect, test } from 'vitest';
import type { Severities } from '../../../server/src/rules/judge.js';
import { exampleOf } from '../support/review.js';

const loud: Severities = { 'translation.contrary-citation': 'info', 'translation.theme-elsewhere': 'info' };

/** What is told of a translation, code by code. */
function told(written: string, severities: Severities = {}): string[] {
  return exampleOf(written)
    .diagnoses(undefined, severities)
    .map(each => `${each.code}: ${each.message}`);
}

const cell = (fields: string): string =>
  `=== translation.yaml ===\nreading-order: chronological\ncells:\n  - {${fields}}\n`;

describe('what other rules tell of a translation already', () => {
  test('a construct, a study and a theme that there are not, and a relation that is none', () => {
    expect(
      told(cell('construct: identty, study: moran2021, themes: [givng-back], relation: recipocal')).map(
        each => each.split(':')[0],
      ),
    ).toEqual(['construct.unknown', 'appraisal.unknown-study', 'theme.unknown', 'field.type']);
  });

  test('former names of constructs and themes, which are none of an error', () => {
    const codebook = `=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, aliases: [contributing], definition: Repaying help, construct: identity}
constructs:
  identity: {label: Reframing of identity, aliases: [self], definition: Seeing oneself anew}
`;
    const twice = `${codebook}${cell('construct: self, study: MORAN2012, themes: [contributing], relation: reciprocal')}`;
    expect(told(twice).map(each => each.split(':')[0])).toEqual(['theme.former-name']);
    expect(told(`${twice}  - {construct: identity, study: moran2012}\n`)).toContainEqual(
      'translation.duplicate-cell: How Moran et al. 2012 stands to "Reframing of identity" is said in a cell above already; this one does not count.',
    );
  });
});

describe('nothing is told', () => {
  test.each([
    ['a cell that is put down for later', 'construct: identity, study: moran2012, relation: to do'],
    ['a study that speaks of it unclearly', 'construct: identity, study: moran2012, relation: unclear'],
    [
      'one that adds a part',
      'construct: identity, study: moran2012, themes: [giving-back], relation: line-of-argument',
    ],
  ])('of %s', (_, fields) => {
    expect(told(cell(fields), loud)).toEqual([]);
  });

  test('of a study that has not been coded yet', () => {
    const uncoded = '=== studies/moran2012.md ===\n---\ncountry: USA\nparticipants: 31\ncasp: 9\n---\n';
    expect(
      told(`${uncoded}${cell('construct: identity, study: moran2012, themes: [giving-back], relation: reciprocal')}`),
    ).toEqual([]);
  });

  test('of a theme that only a finding of the study is tagged with', () => {
    const tagged = `=== studies/moran2012.md ===
---
country: USA
participants: 31
themes: [giving-back]
casp: 9
---

## Findings

We keep our distance. #boundaries
`;
    expect(
      told(`${tagged}${cell('construct: identity, study: moran2012, themes: [boundaries], relation: reciprocal')}`),
    ).toEqual([]);
  });

  test('of an order of reading in a word, by its index paper, or of all studies', () => {
    for (const order of ['alphabetical', 'Chronological', '{index: moran2012}', '[gillard2013, moran2012]']) {
      expect(told(`=== translation.yaml ===\nreading-order: ${order}\n`)).toEqual([]);
    }
  });
});

describe('an order of reading', () => {
  test('that is nearly a word is told which', () => {
    expect(told('=== translation.yaml ===\nreading-order: chronologic\n')).toEqual([
      'translation.order-unknown: "chronologic" is no order of reading. Did you mean "chronological"?',
    ]);
  });

  test('by an index paper that is not included is told of', () => {
    expect(told('=== translation.yaml ===\nreading-order: {index: moran2021}\n')).toEqual([
      'translation.order-unknown: No included study has the key "moran2021". Did you mean "moran2012" (Moran et al. 2012)?',
    ]);
  });
});

describe('cells that have not been compared', () => {
  const settings = (approach: string, status: string): string => `=== metasynth.yaml ===
title: T
question: Q
approach: ${approach}
status: ${status}
appraisal: {checklist: casp-qualitative, scoring: as-reported}
characteristics: {country: {type: text}, participants: {type: count}}
`;
  const one = cell('construct: identity, study: moran2012, themes: [giving-back], relation: reciprocal');
  const codes = (written: string): string[] =>
    told(written).filter(each => each.startsWith('translation.not-compared'));

  test('are told once, with their number', () => {
    expect(codes(settings('meta-ethnography', 'final') + one)).toEqual([
      'translation.not-compared: 1 of the 2 cells of the translation table have not been compared yet.',
    ]);
    expect(codes(settings('meta-ethnography', 'final'))).toEqual([
      'translation.not-compared: None of the 2 cells of the translation table has been compared yet.',
    ]);
  });

  test('are told of a final meta-ethnography alone', () => {
    expect(codes(settings('meta-ethnography', 'draft') + one)).toEqual([]);
    expect(codes(settings('thematic-synthesis', 'final') + one)).toEqual([]);
  });
});

describe('refutations in the table and in the text', () => {
  const text = (citations: string): string =>
    `=== synthesis.md ===\n## Reframing of identity\n\n### Strengths\n\nHelping others feels worthwhile [${citations}].\n`;

  test('that agree are not told of', () => {
    const cells = cell('construct: identity, study: moran2012, relation: refutational, note: They are paid');
    expect(told(cells + text('@gillard2013; but see @moran2012'), loud)).toEqual([]);
  });

  test('are told from both sides', () => {
    expect(told(cell('construct: identity, study: moran2012, relation: refutational, note: N'), loud)).toEqual([
      'translation.contrary-citation: Moran et al. 2012 refutes "Reframing of identity" in the translation table, but is cited against none of its findings.',
    ]);
    expect(
      told(
        cell('construct: identity, study: moran2012, relation: reciprocal') + text('@gillard2013; but see @moran2012'),
        loud,
      ),
    ).toEqual([
      'translation.contrary-citation: Moran et al. 2012 is cited against a finding of "Reframing of identity", but the translation table has it as reciprocal.',
    ]);
  });
});
