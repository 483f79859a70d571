import { describe, expect, test } from 'vitest';
import { filesForRename, renamableAt, rename } from '../../../server/src/editing/rename.js';
import { invert } from '../../../server/src/editing/undo.js';
import { reviewOf } from '../support/review.js';
import { applied, difference, reviewFrom, type TextsByPath } from './support.js';

interface Renamed {
  readonly problem?: string;
  readonly texts: TextsByPath;
  readonly after: TextsByPath;
}

/** Renames what stands at the first mark, and takes the change back once more to see that this gives the same bytes. */
function renamed(written: string, to: string): Renamed {
  const { review, texts, cursor } = reviewOf(written);
  const at = renamableAt(review, cursor.path, texts.get(cursor.path)!, cursor.position);
  if (!at.ok) return { problem: at.reason, texts, after: texts };
  const needed = filesForRename(review, at.value.thing);
  const outcome = rename(review, at.value.thing, to, path => (needed.includes(path) ? texts.get(path) : undefined));
  if (!outcome.ok) return { problem: outcome.reason, texts, after: texts };
  const after = applied(texts, outcome.value);
  const back = invert(outcome.value, path => texts.get(path))!;
  expect([...applied(after, back)].sort()).toEqual([...texts].sort());
  return { texts, after };
}

function check(written: string, to: string, expected: string): void {
  const { problem, texts, after } = renamed(written, to);
  expect(problem).toBeUndefined();
  expect(difference(texts, after)).toBe(expected.trim().replace(/^ {4}/gm, ''));
}

const review = `
=== metasynth.yaml ===
title: T
background: [theory1999]
appraisal: {raters: [JM, JS], arbiter: JS}
eligibility:
  - says: A theme
    filter: theme:giving-back OR theme:"giving-back" AND NOT country:UK
=== codebook.yaml ===
themes:
  boundaries: Boundaries # short
  giving-back:
    label: Giving back
    # What it is.
    definition: Repaying help
    construct: identity
constructs:
  identity: {label: Reframing of identity, leads-to: {use: by telling}}
  use: {label: Use of self}
argument:
  - says: Giving changes the giver
    rests-on: [identity, "use"]
    answers: [worth]
=== references.bib ===
@article{moran2012, author = {Moran, A}, year = 2012}
@incollection{other2011, crossref = {moran2012}}
=== studies/moran2012.md ===
---
country: UK
themes: ["giving-back", boundaries]
casp:
  JM: {1: yes, by: JM}
---
## Findings

> Words. (P1) #giving-back #boundaries
=== studies/weeks2006.yaml ===
key: weeks2006
parent: moran2012
reports: [moran2012b]
synthesises: ['moran2012']
themes:
  - Giving-Back: Contributing # theirs
findings:
  - quote: Words
    themes: [giving-back]
=== appraisals/JM.yaml ===
moran2012: {1: yes}
=== appraisals/consensus.yaml ===
moran2012:
  1: yes
  by: [JM, JS]
=== coding/JM.yaml ===
moran2012: [giving-back]
=== translation.yaml ===
reading-order: [moran2012, weeks2006]
cells:
  - construct: identity
    study: moran2012
    themes: [giving-back]
=== confidence.yaml ===
worth:
  studies: [moran2012]
  confidence: {level: high, by: JM}
=== synthesis.md ===
## Who we are {#identity}

It is worth it [@moran2012; but see @{weeks2006}, p. 3]. <!-- finding: worth -->
In 3<!-- = studies where theme:giving-back | = findings under identity --> it is told, as @moran2012 says. See [above](#identity).

## Use of self
<!-- construct: use -->
`;

/** The review with a cursor before the words. */
function at(words: string, file?: string): string {
  const from = file ? review.indexOf(`=== ${file} ===`) : 0;
  const place = review.indexOf(words, from);
  if (place < 0) throw new Error(`no ${words}`);
  return `${review.slice(0, place)}«»${review.slice(place)}`;
}

describe('a rename goes to every place', () => {
  test('of a theme, and leaves the old name as an alias', () => {
    check(
      at('giving-back:'),
      'paying-back',
      `
    === metasynth.yaml ===
    -     filter: theme:giving-back OR theme:"giving-back" AND NOT country:UK
    +     filter: theme:paying-back OR theme:"paying-back" AND NOT country:UK
    === codebook.yaml ===
    -   giving-back:
    +   paying-back:
    +     aliases: [giving-back]
    === studies/moran2012.md ===
    - themes: ["giving-back", boundaries]
    - > Words. (P1) #giving-back #boundaries
    + themes: ["paying-back", boundaries]
    + > Words. (P1) #paying-back #boundaries
    === studies/weeks2006.yaml ===
    -   - Giving-Back: Contributing # theirs
    -     themes: [giving-back]
    +   - paying-back: Contributing # theirs
    +     themes: [paying-back]
    === coding/JM.yaml ===
    - moran2012: [giving-back]
    + moran2012: [paying-back]
    === translation.yaml ===
    -     themes: [giving-back]
    +     themes: [paying-back]
    === synthesis.md ===
    - In 3<!-- = studies where theme:giving-back | = findings under identity --> it is told, as @moran2012 says. See [above](#identity).
    + In 3<!-- = studies where theme:paying-back | = findings under identity --> it is told, as @moran2012 says. See [above](#identity).`,
    );
  });

  test('of a construct', () => {
    check(
      at('identity:'),
      'self',
      `
    === codebook.yaml ===
    -     construct: identity
    -   identity: {label: Reframing of identity, leads-to: {use: by telling}}
    -     rests-on: [identity, "use"]
    +     construct: self
    +   self: {label: Reframing of identity, aliases: [identity], leads-to: {use: by telling}}
    +     rests-on: [self, "use"]
    === translation.yaml ===
    -   - construct: identity
    +   - construct: self
    === synthesis.md ===
    - ## Who we are {#identity}
    - In 3<!-- = studies where theme:giving-back | = findings under identity --> it is told, as @moran2012 says. See [above](#identity).
    + ## Who we are {#self}
    + In 3<!-- = studies where theme:giving-back | = findings under self --> it is told, as @moran2012 says. See [above](#self).`,
    );
  });

  test('of a construct that others lead to', () => {
    check(
      at('use -->'),
      'telling',
      `
    === codebook.yaml ===
    -   identity: {label: Reframing of identity, leads-to: {use: by telling}}
    -   use: {label: Use of self}
    -     rests-on: [identity, "use"]
    +   identity: {label: Reframing of identity, leads-to: {telling: by telling}}
    +   telling: {label: Use of self, aliases: [use]}
    +     rests-on: [identity, "telling"]
    === synthesis.md ===
    - <!-- construct: use -->
    + <!-- construct: telling -->`,
    );
  });

  test('of a study, whose file is moved', () => {
    check(
      at('moran2012', 'synthesis.md'),
      'moran2012a',
      `
    === references.bib ===
    - @article{moran2012, author = {Moran, A}, year = 2012}
    - @incollection{other2011, crossref = {moran2012}}
    + @article{moran2012a, author = {Moran, A}, year = 2012}
    + @incollection{other2011, crossref = {moran2012a}}
    === studies/weeks2006.yaml ===
    - parent: moran2012
    - synthesises: ['moran2012']
    + parent: moran2012a
    + synthesises: ['moran2012a']
    === appraisals/JM.yaml ===
    - moran2012: {1: yes}
    + moran2012a: {1: yes}
    === appraisals/consensus.yaml ===
    - moran2012:
    + moran2012a:
    === coding/JM.yaml ===
    - moran2012: [giving-back]
    + moran2012a: [giving-back]
    === translation.yaml ===
    - reading-order: [moran2012, weeks2006]
    -     study: moran2012
    + reading-order: [moran2012a, weeks2006]
    +     study: moran2012a
    === confidence.yaml ===
    -   studies: [moran2012]
    +   studies: [moran2012a]
    === synthesis.md ===
    - It is worth it [@moran2012; but see @{weeks2006}, p. 3]. <!-- finding: worth -->
    - In 3<!-- = studies where theme:giving-back | = findings under identity --> it is told, as @moran2012 says. See [above](#identity).
    + It is worth it [@moran2012a; but see @{weeks2006}, p. 3]. <!-- finding: worth -->
    + In 3<!-- = studies where theme:giving-back | = findings under identity --> it is told, as @moran2012a says. See [above](#identity).
    === studies/moran2012a.md ===
    === studies/moran2012.md ===
    (gone)`,
    );
  });

  test('of a study with a key of its own, whose braces go where they are not needed', () => {
    const { after } = renamed(at('weeks2006}', 'synthesis.md'), 'weeks2007');
    expect(after.get('studies/weeks2007.yaml')).toMatch(/^key: weeks2007\n/);
    expect(after.get('synthesis.md')).toContain('but see @weeks2007, p. 3]');
  });

  test('of another paper of a study', () => {
    check(
      at('moran2012b'),
      'moran2013',
      `
    === studies/weeks2006.yaml ===
    - reports: [moran2012b]
    + reports: [moran2013]`,
    );
  });

  test('of a finding', () => {
    check(
      at('worth -->'),
      'value',
      `
    === codebook.yaml ===
    -     answers: [worth]
    +     answers: [value]
    === confidence.yaml ===
    - worth:
    + value:
    === synthesis.md ===
    - It is worth it [@moran2012; but see @{weeks2006}, p. 3]. <!-- finding: worth -->
    + It is worth it [@moran2012; but see @{weeks2006}, p. 3]. <!-- finding: value -->`,
    );
  });

  test('of a person, with the files of theirs', () => {
    check(
      at('JM, JS]'),
      'JMi',
      `
    === metasynth.yaml ===
    - appraisal: {raters: [JM, JS], arbiter: JS}
    + appraisal: {raters: [JMi, JS], arbiter: JS}
    === studies/moran2012.md ===
    -   JM: {1: yes, by: JM}
    +   JMi: {1: yes, by: JMi}
    === appraisals/consensus.yaml ===
    -   by: [JM, JS]
    +   by: [JMi, JS]
    === confidence.yaml ===
    -   confidence: {level: high, by: JM}
    +   confidence: {level: high, by: JMi}
    === appraisals/JMi.yaml ===
    === coding/JMi.yaml ===
    === appraisals/JM.yaml ===
    (gone)
    === coding/JM.yaml ===
    (gone)`,
    );
  });

  test('of a key to one that only braces can hold', () => {
    const { after } = renamed(at('theory1999').replace('[@moran2012;', '[@moran2012; @theory1999;'), 'theory:v1/2');
    expect(after.get('synthesis.md')).toContain('@theory:v1/2;');
    const odd = renamed(at('theory1999').replace('[@moran2012;', '[@moran2012; @theory1999;'), 'theory::two');
    expect(odd.after.get('synthesis.md')).toContain('@{theory::two};');
    expect(odd.after.get('metasynth.yaml')).toContain('background: [theory::two]');
  });
});

describe('a former name', () => {
  const codebook = (entry: string): string => `=== codebook.yaml ===\nthemes:\n${entry}`;
  test.each([
    ['of a label alone', '  «»a: A label # note\n', '  b:\n    aliases: [a]\n    label: A label # note\n'],
    ['of nothing', '  «»a:\n', '  b:\n    aliases: [a]\n'],
    ['between braces', '  «»a: {label: A, construct: x}\n', '  b: {label: A, aliases: [a], construct: x}\n'],
    ['beside another', '  «»a:\n    aliases: [z]\n', '  b:\n    aliases: [z, a]\n'],
    ['beside others in lines', '  «»a:\n    aliases:\n      - z\n', '  b:\n    aliases:\n      - z\n      - a\n'],
    ['beside one alone', '  «»a:\n    aliases: z\n', '  b:\n    aliases: [a, z]\n'],
    ['where a place is kept for it', '  «»a:\n    aliases: # none\n', '  b:\n    aliases: a # none\n'],
    [
      'below a definition',
      '  «»a:\n    label: A\n    definition: >-\n      D\n    construct: x\n',
      '  b:\n    label: A\n    definition: >-\n      D\n    aliases: [a]\n    construct: x\n',
    ],
  ])('%s is kept, and goes again with the rename back', (_, before, after) => {
    const there = renamed(codebook(before), 'b');
    expect(there.after.get('codebook.yaml')).toBe(`themes:\n${after}`);
    const back = renamed(codebook(after.replace('b', '«»b')), 'a');
    expect(back.after.get('codebook.yaml')).toBe(`themes:\n${before.replace('«»', '')}`);
  });

  test('is not needed for another spelling', () => {
    const { after } = renamed(codebook('  «»Giving-back: G\n'), 'giving-back');
    expect(after.get('codebook.yaml')).toBe('themes:\n  giving-back: G\n');
  });
});

describe('a name is refused', () => {
  test.each([
    ['that is taken by a theme', 'giving-back:', 'boundaries', 'To make one theme of the two, use "Merge Themes"'],
    ['that is taken in other capitals', 'giving-back:', 'Boundaries', 'Merge Themes'],
    ['with a space', 'giving-back:', 'giving back', 'A name is made of letters'],
    ['of no letters', 'giving-back:', '12', 'A name is made of letters'],
    ['that would end a comment', 'giving-back:', 'a--b', 'no two side by side'],
    ['that is empty', 'giving-back:', ' ', 'Write a name'],
    ['of a division', 'giving-back:', 'challenge', 'under aspects:'],
    ['of another construct', 'identity:', 'use', 'There is a construct'],
    ['of another study', 'moran2012', 'weeks2006', 'There is a study or a work'],
    ['that no citation can hold', 'moran2012', 'a b', 'A citation key is made of'],
    ['that no file can bear', 'moran2012', 'a/b', 'cannot be the name of a file'],
    ['of somebody else', 'JM, JS]', 'JS', 'stands for somebody else'],
  ])('%s', (_, words, to, reason) => {
    expect(renamed(at(words), to).problem).toContain(reason);
  });

  test.each([
    [
      'of another theme, in former times',
      '=== codebook.yaml ===\nthemes:\n  «»a: A\n  b: {label: B, aliases: [c]}\n',
      'c',
      'former name of the theme "b"',
    ],
    [
      'at a former name',
      '=== codebook.yaml ===\nthemes:\n  b: {label: B, aliases: [«»c]}\n',
      'd',
      'Rename "b" instead',
    ],
    [
      'at a division',
      '=== studies/a.md ===\n---\nthemes: [b]\n---\n## Findings\n\nWords. #«»challenge\n',
      'd',
      'under aspects:',
    ],
    ['at a column', '=== metasynth.yaml ===\ncharacteristics:\n  «»country: text\n', 'd', 'Only themes, constructs'],
    ['at prose', '=== synthesis.md ===\nWo«»rds.\n', 'd', 'Nothing here has a name'],
    [
      'where a heading has nothing but the name',
      '=== codebook.yaml ===\nconstructs:\n  «»identity:\n=== synthesis.md ===\n## Identity\n\nSo [@a].\n',
      'd',
      'Give the construct a label first',
    ],
    [
      'where two files have the key',
      '=== studies/a.md ===\n---\nkey: «»x\n---\n=== studies/b.md ===\n---\nkey: x\n---\n',
      'd',
      'Give one of them another first',
    ],
  ])('%s', (_, written, to, reason) => {
    expect(renamed(written, to).problem).toContain(reason);
  });
});

test('a rename is refused as a whole where a file cannot be read, or is not what the review was made of', () => {
  const { review: known, texts } = reviewOf(review);
  const thing = { kind: 'theme', id: 'giving-back' } as const;
  const without = (path: string, text?: string) =>
    rename(known, thing, 'x', each => (each === path ? text : texts.get(each)));
  expect(without('coding/JM.yaml')).toMatchObject({ ok: false, reason: expect.stringContaining('could not be read') });
  expect(without('coding/JM.yaml', '# new\nmoran2012: [giving-back]\n')).toMatchObject({
    ok: false,
    reason: expect.stringContaining('has changed in the meantime'),
  });
});

test('a name that the codebook does not have is renamed where it is used', () => {
  const { after } = renamed('=== studies/a.md ===\n---\nthemes: [«»givng]\n---\n', 'giving');
  expect(after.get('studies/a.md')).toBe('---\nthemes: [giving]\n---\n');
  expect(reviewFrom(after).uses('theme', 'giving')).toHaveLength(1);
});
