import { describe, expect, test } from 'vitest';
import { reviewOf } from '../support/review.js';

const rest = `
=== metasynth.yaml ===
background: [theory1995]
aspects:
  strength: [Strengths]
  challenge: [Challenges, Barriers]
=== codebook.yaml ===
themes: {}
constructs:
  identity: {label: "Reframing of identity, through relations", order: 2, leads-to: {use: because}}
  use: {label: Use of self, order: 1}
=== references.bib ===
@article{a2001, author = {A}, year = 2001}
@article{b2002, author = {B}, year = 2002}
@book{theory1995, author = {T}, year = 1995}
@book{other1990, author = {O}, year = 1990}
=== studies/a2001.md ===
---
casp: 8
---
=== studies/b2002.md ===
---
casp: 7
---
`;

/** The findings of a manuscript: construct, division, words, the studies that support it, those that stand against it. */
function findings(manuscript: string): string[] {
  return reviewOf(`${rest}=== synthesis.md ===\n${manuscript}`).review.findings.map(each => {
    const names = (studies: readonly { id: string }[]): string => studies.map(study => study.id).join(' ');
    const against = each.contrary.length > 0 ? ` against ${names(each.contrary)}` : '';
    return `${each.construct.id}/${each.aspect ?? '-'}: ${each.text} [${names(each.support)}]${against}${each.name ? ` = ${each.name}` : ''}`;
  });
}

describe('a heading names a construct', () => {
  test.each([
    ['by its label, whatever its case and punctuation', '## Reframing of IDENTITY through relations'],
    ['by a comment under it', '## Something else\n\n<!-- construct: identity -->'],
    ['by a Pandoc identifier', '## Something else {#identity}'],
  ])('%s', (_name, heading) => {
    expect(findings(`${heading}\n\nIt is so [@a2001].\n`)).toEqual(['identity/-: It is so. [a2001]']);
  });

  test('for what stands below it, until a heading of its own or a higher level', () => {
    const text = `# Results

Before [@a2001].

## Use of self

One [@a2001].

### Deeper

Two [@a2001].

## Discussion

Three [@a2001].

## Use of self

### Barriers

Four [@a2001].

# After

Five [@a2001].
`;
    expect(findings(text)).toEqual(['use/-: One. [a2001]', 'use/-: Two. [a2001]', 'use/challenge: Four. [a2001]']);
  });
});

describe('a division of a construct', () => {
  test('is told by its headings or by a comment, and ends with its own level', () => {
    const text = `## Use of self

### Strengths

#### At work

One [@a2001].

### What was hard <!-- a remark -->

<!-- aspect: challenge -->

Two [@a2001].

### In general

Three [@a2001].
`;
    expect(findings(text)).toEqual([
      'use/strength: One. [a2001]',
      'use/challenge: Two. [a2001]',
      'use/-: Three. [a2001]',
    ]);
  });

  test('does not go over into the next construct', () => {
    const text =
      '## Use of self\n\n### Strengths\n\nOne [@a2001].\n\n## Reframing of identity through relations\n\nTwo [@a2001].\n';
    expect(findings(text)).toEqual(['use/strength: One. [a2001]', 'identity/-: Two. [a2001]']);
  });
});

describe('a sentence with citations', () => {
  const under = (sentence: string): string[] => findings(`## Use of self\n\n${sentence}\n`);

  test('is one finding with the union of its citations, and may bear a name', () => {
    expect(under('One [@a2001], and more [@b2002; @a2001]. <!-- finding: both -->\nTwo [@b2002].')).toEqual([
      'use/-: One, and more. [a2001 b2002] = both',
      'use/-: Two. [b2002]',
    ]);
  });

  test('takes a contrary citation never for support, even of a study that it cites as well', () => {
    for (const words of ['but', 'but see', 'contra', 'cf.', 'except']) {
      expect(under(`One [@a2001; ${words} @b2002].`)).toEqual(['use/-: One. [a2001] against b2002']);
    }
    expect(under('One [@a2001; @b2002; but see @b2002].')).toEqual(['use/-: One. [a2001] against b2002']);
  });

  test('that cites background alone is none', () => {
    expect(under('One [@theory1995].\nTwo [@theory1995; @a2001].')).toEqual(['use/-: Two. [a2001]']);
  });

  test('counts no work that is not included', () => {
    expect(under('One [@other1990].')).toEqual(['use/-: One. []']);
  });

  test('is found in lists and quotes, but not in code, comments or generated blocks', () => {
    const text =
      '- One [@a2001].\n- Two [@b2002].\n\n> Three [@a2001].\n\n```\nFour [@a2001].\n```\n\n<!-- Five [@a2001]. -->\n\n<!-- metasynth:outline -->\n\nSix [@a2001].\n\n<!-- /metasynth:outline -->';
    expect(under(text).map(each => each.split(':')[1])).toEqual([' One. [a2001]', ' Two. [b2002]', ' Three. [a2001]']);
  });
});

test('constructs stand in the order of the line of argument', () => {
  const { review } = reviewOf(rest);
  expect(review.constructs.map(construct => construct.id)).toEqual(['use', 'identity']);
});

test('a construct inside another’s section ends with it, and the outer one goes on', () => {
  const text = `## Reframing of identity through relations

One [@a2001].

### Use of self

Two [@a2001].

### Challenges

Three [@a2001].
`;
  expect(findings(text)).toEqual([
    'identity/-: One. [a2001]',
    'use/-: Two. [a2001]',
    'identity/challenge: Three. [a2001]',
  ]);
});

describe('what is no finding', () => {
  const under = (sentence: string): string[] => findings(`## Use of self\n\n${sentence}\n`);

  test('is a sentence that names somebody on a website', () => {
    expect(under('Follow us at @somebody for news.')).toEqual([]);
  });

  test('is a sentence that cites background alone, even with a name', () => {
    expect(under('Theory says so [@theory1995]. <!-- finding: theory -->')).toEqual([]);
  });
});

test('citing another paper of a study cites the study', () => {
  const { review } = reviewOf(
    `${rest}=== studies/c2003.md ===\n---\nreports: [other1990]\n---\n=== synthesis.md ===\n## Use of self\n\nOne [@other1990].\n`,
  );
  expect(review.findings.map(each => each.support.map(study => study.id))).toEqual([['c2003']]);
});

test('a work that only a table or a heading cites is used', () => {
  const { diagnoses } = reviewOf(
    `${rest}=== synthesis.md ===\n## Use of self [@theory1995]\n\n| a |\n| - |\n| [@other1990] |\n`,
  );
  expect(diagnoses('bibliography.unused')).toEqual([]);
});
