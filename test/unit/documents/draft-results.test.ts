import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { staleBlocks } from '../../../server/src/documents/blocks.js';
import { type DraftedResults, draftResults } from '../../../server/src/documents/draft/draft-results.js';
import type { Outcome } from '../../../server/src/editing/pieces.js';
import { judge } from '../../../server/src/rules/judge.js';
import { applied, reviewFrom, type TextsByPath } from '../editing/support.js';
import { exampleOf, type WrittenReview } from '../support/review.js';
import { sampleReview, sampleTexts } from '../support/samples.js';

const codebook = `=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: [identity, worth]}
  giving-back: {label: Giving back, definition: Repaying help, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew, order: 1}
  worth: {label: Being of use, definition: Counting for something., order: 2}
`;

const passages = `=== studies/gillard2013.md ===
---
country: UK
participants: 15
themes:
  - boundaries
  - giving-back: Paying back
casp: 8
---

## Findings

> I was helped, and now I help. (P3, p. 12) #giving-back #strength

They grew tired of it. #giving-back #challenge
`;

const outcome = ({ review, texts }: Pick<WrittenReview, 'review' | 'texts'>): Outcome<DraftedResults> =>
  draftResults(review, path => texts.get(path));

function draftedIn(example: Pick<WrittenReview, 'review' | 'texts'>): Map<string, string> {
  const made = outcome(example);
  if (!made.ok) throw new Error(made.reason);
  return applied(example.texts, made.value.change);
}

/** The manuscript as a draft makes it, without what stands in its generated blocks. */
function draft(manuscript: string, other = `${codebook}${passages}`): string {
  const text = draftedIn(exampleOf(`${other}=== synthesis.md ===\n${manuscript}`)).get('synthesis.md')!;
  return text.replace(/(<!-- metasynth:(\S+) -->)[\s\S]*?(<!-- \/metasynth:\2 -->)/g, '$1…$3');
}

const identity = (depth: string): string => `${depth} Reframing of identity

Seeing oneself anew.
Of 2<!-- = studies --> included studies, 2<!-- = studies where construct:identity --> carry its themes.

**Boundaries** (1<!-- = studies where theme:boundaries --> study) [@gillard2013].

**Giving back** (1 of the 2<!-- = studies where theme:giving-back --> studies) [@moran2012].

${depth}# Strengths

**Giving back** (1 of the 2<!-- = studies where theme:giving-back --> studies) [@gillard2013].

<!-- Giving back: Repaying help

@gillard2013 (P3, p. 12): “I was helped, and now I help.”
-->

${depth}# Challenges

**Giving back** (1 of the 2<!-- = studies where theme:giving-back --> studies) [@gillard2013].

<!-- Giving back: Repaying help

@gillard2013: They grew tired of it.
-->
`;

const worth = (depth: string): string => `${depth} Being of use

Counting for something.
Of 2<!-- = studies --> included studies, 1<!-- = studies where construct:worth --> carries its themes.

**Boundaries** (1<!-- = studies where theme:boundaries --> study) [@gillard2013].
`;

const tables = `<!-- metasynth:synthesis-table -->…<!-- /metasynth:synthesis-table -->

<!-- metasynth:characteristics -->…<!-- /metasynth:characteristics -->

<!-- metasynth:appraisal -->…<!-- /metasynth:appraisal -->
`;

/** Tables that are there already, so that a test is about something else. */
const tablesThere = ['synthesis-table', 'characteristics', 'appraisal']
  .map(name => `<!-- metasynth:${name} -->\n<!-- /metasynth:${name} -->\n`)
  .join('\n');
const withTables = (text: string): string => draft(`${text}\n${tablesThere}`).replace(`\n${tables}`, '');

describe('a draft of the results', () => {
  test('stands below the heading of the results, tables first, before what comes after', () => {
    expect(draft('# Peers\n\n## Findings\n\nWe found this.\n\n## Discussion\n\nSo what.\n')).toBe(
      `# Peers\n\n## Findings\n\nWe found this.\n\n${tables}\n${identity('###')}\n${worth('###')}\n## Discussion\n\nSo what.\n`,
    );
  });

  test('makes a heading for the results where there is none, but not of the one in an abstract', () => {
    expect(draft('# Peers\n\n## Abstract\n\n### Results\n\nMany.\n\n## References\n')).toBe(
      `# Peers\n\n## Abstract\n\n### Results\n\nMany.\n\n## Results\n\n${tables}\n${identity('###')}\n${worth('###')}\n## References\n`,
    );
    expect(draft('# Introduction\n\nA\n\n# Methods\n\nB')).toBe(
      `# Introduction\n\nA\n\n# Methods\n\nB\n\n# Results\n\n${tables}\n${identity('##')}\n${worth('##')}`,
    );
  });

  test('comes before nothing that only sounds like the end', () => {
    expect(draft('# Peers\n\n## Methods\n\n### Limitations\n\nSome.\n')).toBe(
      `# Peers\n\n## Methods\n\n### Limitations\n\nSome.\n\n## Results\n\n${tables}\n${identity('###')}\n${worth('###')}`,
    );
  });

  test('puts a section beside its neighbours, at their depth', () => {
    const prose = '### Reframing of identity\n\nMine, without any citation.\n';
    expect(withTables(`## Results\n\n${prose}\n## Discussion\n`)).toBe(
      `## Results\n\n${prose}\n${worth('###')}\n## Discussion\n`,
    );
    const other = '### Being of use\n\nMine [@gillard2013].\n';
    expect(withTables(`## Results\n\n${other}\n## Discussion\n`)).toBe(
      `## Results\n\n${identity('###')}\n${other}\n## Discussion\n`,
    );
  });

  test('fills an empty section, and uses the headings that are there', () => {
    const [lead, rest] = identity('##').split('### Challenges\n');
    expect(
      withTables('## Reframing of identity\n\n<!-- To be written. -->\n\n### Challenges\n\n## Being of use\n\nMine.\n'),
    ).toBe(
      lead!.replace('identity\n', 'identity\n\n<!-- To be written. -->\n') +
        `### Challenges\n${rest}\n## Being of use\n\nMine.\n`,
    );
  });

  test('leaves a section alone in which anything is written', () => {
    for (const written of ['One word.', '- a point', '| a |\n| - |\n| b |', '### Strengths\n\nMine.']) {
      const text = `## Reframing of identity\n\n${written}\n\n## Being of use\n\n${written}\n\n${tablesThere}`;
      const example = exampleOf(`${codebook}=== synthesis.md ===\n${text}`);
      expect(outcome(example)).toMatchObject({ ok: true, value: { change: { edits: [], created: [] }, added: [] } });
    }
  });

  test('cites who refutes a construct against it', () => {
    const refuted = `${codebook}=== translation.yaml ===
cells:
  - {construct: identity, study: moran2012, relation: refutational, note: Not here}
  - {construct: worth, study: moran2012, relation: refutational, note: Not here}
`;
    const text = draft('## Results\n', refuted);
    expect(text).toContain(
      '**Giving back** (2<!-- = studies where theme:giving-back --> studies) [@gillard2013; but see @moran2012].',
    );
    expect(text).toContain('carries its themes.\nNot every study bears it out [but see @moran2012].');
  });

  test('tells the line of argument at the end, where it is told nowhere', () => {
    const argued = `${codebook}argument:
  - says: Helping others changes the helper
    rests-on: [identity]
  - says: And it costs something.
    rests-on: [worth]
`;
    const told = '### Line of argument\n\nHelping others changes the helper.\nAnd it costs something.\n';
    expect(draft('## Results\n\n## Discussion\n', argued)).toContain(`\n\n${told}\n## Discussion\n`);
    expect(draft('## Results\n\n## The line of argument\n', argued)).not.toContain('changes the helper');
    expect(draft('## Results\n\n<!-- metasynth:outline -->\n<!-- /metasynth:outline -->\n', argued)).not.toContain(
      'changes the helper.\nAnd',
    );
  });

  test('keeps a block fresh that was, and leaves one as it is that was not', () => {
    const outline = '## Outline\n\n<!-- metasynth:outline -->\n<!-- /metasynth:outline -->\n';
    const example = exampleOf(`${codebook}=== synthesis.md ===\n## Results\n\n${outline}`);
    expect(draftedIn(example).get('synthesis.md')).toContain(outline);

    const [stale] = [...staleBlocks(example.review)];
    const fresh = new Map(example.texts);
    fresh.set('synthesis.md', `## Results\n\n${outline.replace('-->\n<', `-->${stale!.text}<`)}`);
    expect([...staleBlocks(reviewFrom(fresh))]).toEqual([]);
    const whole = draftedIn({ review: reviewFrom(fresh), texts: fresh });
    expect([...staleBlocks(reviewFrom(whole))]).toEqual([]);
    expect(whole.get('synthesis.md')).toContain('Cited here: 2 of 2 studies');
  });

  test('puts the flow diagram under the words about it', () => {
    const drafted = draftedIn({ review: sampleReview('peer-support'), texts: sampleTexts('peer-support') });
    const [, section = ''] = drafted.get('synthesis.md')!.split('### Flow of records');
    const [own = ''] = section.split(/^#/m);
    expect(own).toContain('<!-- metasynth:flow -->');
    expect(own).toContain('<!-- /metasynth:flow -->');
  });

  test('goes into the file that is named after the results, where there are several', () => {
    const example = exampleOf(`${codebook}=== metasynth.yaml ===
title: Peers
manuscript: [intro.md, results.md, end.md]
=== synthesis.md ===
(absent)
=== intro.md ===
# Introduction
=== results.md ===
# What the studies say

Ours.
=== end.md ===
# Discussion
`);
    const whole = draftedIn(example);
    expect([...whole].filter(([path, text]) => text !== example.texts.get(path)).map(([path]) => path)).toEqual([
      'results.md',
    ]);
    expect(whole.get('results.md')).toContain('\n\n## Being of use\n\nCounting for something.\n');
  });

  test('makes the manuscript where there is none', () => {
    const { review, texts } = exampleOf(`${codebook}=== synthesis.md ===\n(absent)\n`);
    const made = outcome({ review, texts });
    if (!made.ok) throw new Error(made.reason);
    expect(made.value.change.edits).toEqual([]);
    const [file] = made.value.change.created;
    expect(file?.path).toBe('synthesis.md');
    expect(file?.text).toMatch(/^# .+\n\n## Results\n\n<!-- metasynth:synthesis-table -->\n/);
    expect(made.value.added.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Reframing of identity', 'Being of use']),
    );
    const whole = new Map([...texts, ['synthesis.md', file?.text ?? '']]);
    expect(outcome({ review: reviewFrom(whole), texts: whole })).toMatchObject({ ok: true, value: { added: [] } });
  });

  test('writes nothing where something is left open that would swallow it', () => {
    for (const open of ['```\ncode', '~~~']) {
      const made = outcome(exampleOf(`${codebook}=== synthesis.md ===\n## Results\n\n${open}\n`));
      expect(made).toMatchObject({ ok: false, reason: expect.stringContaining('left open') });
    }
  });

  test('writes nothing into a text that the review has not read', () => {
    const { review } = exampleOf(codebook);
    expect(draftResults(review, () => '# Something else\n')).toMatchObject({ ok: false });
    expect(draftResults(review, () => undefined)).toMatchObject({ ok: false });
  });

  test.each(['peer-support', 'worked-example'] as const)('of %s tells nothing that is not so', name => {
    const texts = sampleTexts(name);
    const review = sampleReview(name);
    const whole = draftedIn({ review, texts });
    const known = messages(texts);
    expect(messages(whole).filter(message => !known.includes(message))).toEqual([]);
  });
});

function messages(texts: TextsByPath): string[] {
  return judge(reviewFrom(texts)).map(({ code, path, message }) => `${code} ${path} ${message}`);
}

describe('words that mean something in Markdown', () => {
  const piece = fc.constantFrom(
    ...['*a*', '[x](y)', '[@gillard2013]', '@moran2012', '-->', '<!--', '--', '<!-- metasynth:flow -->', '# b'],
    ...[
      '`c`',
      '{#d}',
      '$e$',
      '[3]',
      '\\',
      '"',
      "'",
      'Strengths',
      '|',
      '~~',
      '![i](j)',
      'é',
      ' ',
      '\n',
      '12 of the studies',
      '&lt;',
    ],
  );
  const words = fc.array(piece, { minLength: 1, maxLength: 4 }).map(pieces => `w${pieces.join(' ')}`);

  test('come out as text, whatever they are', () => {
    fc.assert(
      fc.property(words, words, words, words, words, (label, other, theme, definition, finding) => {
        const texts = new Map(
          exampleOf(`=== codebook.yaml ===
themes:
  boundaries: {label: ${JSON.stringify(`a${theme}`)}, definition: ${JSON.stringify(definition)}, construct: [identity, worth]}
  giving-back: {label: ${JSON.stringify(theme)}, definition: Repaying help, construct: identity}
constructs:
  identity: {label: ${JSON.stringify(label)}, definition: ${JSON.stringify(definition)}, order: 1}
  worth: {label: ${JSON.stringify(other)}, definition: Counting for something, order: 2}
=== studies/gillard2013.md ===
(absent)
=== studies/gillard2013.yaml ===
country: UK
participants: 15
casp: 8
themes: [boundaries, giving-back]
findings:
  - authors: ${JSON.stringify(finding)}
    themes: [boundaries]
    aspects: [challenge]
=== synthesis.md ===
## Results
`).texts,
        );
        const review = reviewFrom(texts);
        const whole = draftedIn({ review, texts });
        const made = reviewFrom(whole);
        // Two paragraphs of themes under one construct and one under the other, and nothing else that cites.
        expect(made.findings.map(({ construct, aspect }) => `${construct.id} ${aspect}`)).toEqual([
          'identity undefined',
          'identity challenge',
          'worth challenge',
        ]);
        expect(made.findings.map(({ support }) => support.length)).toEqual([2, 1, 1]);
        expect(made.sections.map(({ facts }) => facts.level)).toEqual([2, 3, 4, 3, 4]);
        expect(made.generated.map(({ facts }) => facts.name)).toEqual([
          'synthesis-table',
          'characteristics',
          'appraisal',
        ]);
        expect(outcome({ review: made, texts: whole })).toMatchObject({ ok: true, value: { added: [] } });
      }),
      { numRuns: 40 },
    );
  });
});
