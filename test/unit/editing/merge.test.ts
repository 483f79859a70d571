import { describe, expect, test } from 'vitest';
import { filesForMerge, mergeThemes } from '../../../server/src/editing/merge.js';
import type { Outcome } from '../../../server/src/editing/pieces.js';
import { filesForSplit, splitTheme } from '../../../server/src/editing/split.js';
import type { Described } from '../../../server/src/editing/summary.js';
import { invert } from '../../../server/src/editing/undo.js';
import { reviewOf } from '../support/review.js';
import { applied, difference, reviewFrom, type TextsByPath } from './support.js';

interface Done {
  readonly problem?: string;
  readonly difference: string;
  readonly summary: readonly string[];
}

function result(texts: TextsByPath, outcome: Outcome<Described>): Done {
  if (!outcome.ok) return { problem: outcome.reason, difference: '', summary: [] };
  const { change, summary } = outcome.value;
  const after = applied(texts, change);
  const back = invert(change, path => texts.get(path))!;
  expect([...applied(after, back)].sort()).toEqual([...texts].sort());
  return { difference: difference(texts, after), summary };
}

function merged(written: string, from: string, into: string): Done {
  const { review, texts } = reviewOf(written);
  const needed = filesForMerge(review, { from, into });
  return result(
    texts,
    mergeThemes(review, { from, into }, path => (needed.includes(path) ? texts.get(path) : undefined)),
  );
}

function split(written: string, to: string, label: string, ...studies: string[]): Done {
  const { review, texts } = reviewOf(written);
  const request = { from: 'giving-back', to, label, studies };
  const needed = filesForSplit(review, request);
  return result(
    texts,
    splitTheme(review, request, path => (needed.includes(path) ? texts.get(path) : undefined)),
  );
}

const codebook = `
=== codebook.yaml ===
themes:
  # All of them.
  boundaries: Boundaries
  # First round.
  contributing:
    label: Contributing
    definition: >-
      Giving something: time,
      or words
    aliases: [giving]
    note: Ask JS # really
    construct: use
  giving-back:
    label: Giving back
    construct: identity
constructs:
  identity: Identity
  use: Use of self
`;

/** The change of one study's file. */
function study(text: string, from = 'contributing', into = 'giving-back'): string {
  const path = text.startsWith('---') ? 'studies/a2001.md' : 'studies/a2001.yaml';
  const { problem, difference } = merged(`${codebook}=== ${path} ===\n${text}`, from, into);
  if (problem) return problem;
  return difference
    .slice(difference.indexOf(`=== ${path} ===`))
    .split('\n')
    .slice(1)
    .join('\n');
}

describe('a merge keeps the words of a study', () => {
  test.each([
    [
      'the label of the theme that goes',
      'themes:\n  - contributing # T2\n',
      '-   - contributing # T2\n+   - giving-back: Contributing # T2',
    ],
    [
      'its own wording',
      'themes:\n  - contributing: Giving: too\n',
      '-   - contributing: Giving: too\n+   - giving-back: Giving: too',
    ],
    [
      'its wording in quotation marks',
      'themes:\n  - contributing: "Giving: too"\n',
      '-   - contributing: "Giving: too"\n+   - giving-back: "Giving: too"',
    ],
    [
      'a wording that is the other label',
      'themes:\n  - contributing: Giving back\n',
      '-   - contributing: Giving back\n+   - giving-back',
    ],
    ['under a former name', 'themes:\n  - giving\n', '-   - giving\n+   - giving-back: Contributing'],
    ['in quotation marks', "themes:\n  - 'contributing'\n", "-   - 'contributing'\n+   - 'giving-back': Contributing"],
    [
      'between brackets',
      'themes: [boundaries, contributing]\n',
      '- themes: [boundaries, contributing]\n+ themes: [boundaries, {giving-back: Contributing}]',
    ],
    [
      'between brackets, with a wording',
      'themes: [boundaries, contributing: x, {giving: y}]\n',
      '- themes: [boundaries, contributing: x, {giving: y}]\n+ themes: [boundaries, giving-back: x; y]',
    ],
    ['alone', 'themes: contributing # T2\n', '- themes: contributing # T2\n+ themes: {giving-back: Contributing} # T2'],
    ['as a map', 'themes:\n  contributing: x\n  boundaries:\n', '-   contributing: x\n+   giving-back: x'],
    [
      'with a list of wordings',
      'themes:\n  - contributing: [x, y]\n',
      '-   - contributing: [x, y]\n+   - giving-back: [x, y]',
    ],
  ])('%s', (_, before, after) => {
    expect(study(before)).toBe(after);
  });

  test.each([
    [
      'neither with a wording',
      'themes:\n  - contributing\n  - giving-back\n',
      '-   - contributing\n-   - giving-back\n+   - giving-back: Giving back; Contributing',
    ],
    [
      'both with one',
      'themes:\n  - giving-back: x # one\n  # two\n  - contributing: y # three\nz: 1\n',
      '-   - giving-back: x # one\n-   - contributing: y # three\n+   - giving-back: x; y # one\n+   # three',
    ],
    ['with the same', 'themes:\n  - giving-back: x\n  - contributing: X\n', '-   - contributing: X'],
    [
      'three names',
      'themes:\n  - giving\n  - contributing: x\n  - giving-back\n',
      '-   - giving\n-   - contributing: x\n-   - giving-back\n+   - giving-back: Giving back; Contributing; x',
    ],
    [
      'between brackets',
      'themes: [giving-back, boundaries, contributing]\n',
      '- themes: [giving-back, boundaries, contributing]\n+ themes: [{giving-back: Giving back; Contributing}, boundaries]',
    ],
  ])('and makes one entry of two: %s', (_, before, after) => {
    expect(study(before)).toBe(after);
  });
});

describe('a merge of passages', () => {
  const body = (words: string): string => `---\nkey: a2001\n---\n## Findings\n\n${words}\n\n## Memo\n\nSee also.\n`;
  test.each([
    [
      'one tag',
      '> Words. #contributing #boundaries',
      '- > Words. #contributing #boundaries\n+ > Words. #giving-back #boundaries',
    ],
    ['both', 'Words. #contributing #giving-back', '- Words. #contributing #giving-back\n+ Words. #giving-back'],
    [
      'both, the other way round',
      'Words. #giving-back #contributing',
      '- Words. #giving-back #contributing\n+ Words. #giving-back',
    ],
    ['both, on lines of their own', '> Words.\n> #giving-back\n> #contributing', '- > #contributing'],
    [
      'both at the start of a line',
      'Words.\n#contributing #giving-back',
      '- #contributing #giving-back\n+ #giving-back',
    ],
    ['former names', 'Words. #giving #contributing', '- Words. #giving #contributing\n+ Words. #giving-back'],
  ])('%s', (_, before, after) => {
    expect(study(body(before))).toBe(after);
  });

  test('in YAML', () => {
    const findings =
      'findings:\n  - quote: A\n    themes: [contributing, giving-back]\n  - quote: B\n    themes: contributing\n';
    expect(study(findings)).toBe(
      '-     themes: [contributing, giving-back]\n-     themes: contributing\n+     themes: [giving-back]\n+     themes: giving-back',
    );
  });
});

test('the codebook: the entry goes, what it says stays at the other, and its names become former names', () => {
  const { difference, summary } = merged(codebook, 'contributing', 'giving-back');
  expect(difference).toBe(`=== codebook.yaml ===
-   # First round.
-   contributing:
-     label: Contributing
-     definition: >-
-       Giving something: time,
-       or words
-     aliases: [giving]
-     note: Ask JS # really
-     construct: use
+     aliases: [contributing, giving]
+     # Merged from contributing: Giving something: time, or words
+     # Merged from contributing: Ask JS`);
  expect(summary).toEqual([
    'Contributing (contributing) becomes part of Giving back (giving-back).',
    '0 studies change, and 1 other file.',
    'codebook.yaml: contributing, giving is a former name of giving-back now',
    'codebook.yaml: its definition stays as a comment at giving-back',
    'codebook.yaml: contributing was part of use; giving-back stays part of identity',
  ]);
});

test('into a theme that is nothing but a label', () => {
  const { difference } = merged(codebook, 'contributing', 'Boundaries');
  expect(difference).toContain(`
+   boundaries:
+     aliases: [contributing, giving]
+     label: Boundaries
+     # Merged from`);
});

test('all other files follow', () => {
  const { difference, summary } = merged(
    `${codebook}
=== metasynth.yaml ===
eligibility:
  - says: x
    filter: theme:contributing OR theme:giving
=== coding/JM.yaml ===
a2001: [contributing, giving-back]
b2002:
  - contributing: x
=== translation.yaml ===
cells:
  - construct: use
    themes: [boundaries, contributing]
=== synthesis.md ===
In 3<!-- = studies where theme:contributing --> of them.
=== studies/a2001.md ===
---
cite: A 2001
themes: [contributing]
---
## Findings

Words. #contributing
`,
    'contributing',
    'giving-back',
  );
  expect(difference.split('\n').filter(line => line.startsWith('+ ') && !line.includes('aliases'))).toEqual([
    '+     # Merged from contributing: Giving something: time, or words',
    '+     # Merged from contributing: Ask JS',
    '+     filter: theme:giving-back OR theme:giving-back',
    '+ a2001: [giving-back]',
    '+   - giving-back: x',
    '+     themes: [boundaries, giving-back]',
    '+ In 3<!-- = studies where theme:giving-back --> of them.',
    '+ themes: [{giving-back: Contributing}]',
    '+ Words. #giving-back',
  ]);
  expect(summary).toContain('A 2001: contributing → giving-back, with the wording “Contributing”, 1 passage');
  expect(summary).toContain('synthesis.md: contributing → giving-back, 1 filter');
});

test('a theme that the codebook does not have is folded in where it is used', () => {
  const { difference } = merged(
    `${codebook}=== studies/a.yaml ===\nthemes: [givng, boundaries]\n`,
    'givng',
    'giving-back',
  );
  expect(difference).toContain('+ themes: [giving-back, boundaries]');
  expect(difference).toContain('+     aliases: [givng]');
});

describe('a merge is refused', () => {
  test.each([
    ['with itself', codebook, 'giving', 'contributing', 'are one theme already'],
    ['with nothing', codebook, 'contributing', 'hope', 'The codebook has no theme "hope"'],
    ['of nothing', codebook, 'hope', 'contributing', 'There is no theme "hope"'],
    [
      'where a note would be lost',
      `${codebook}=== studies/a.yaml ===\nthemes: [\n  giving-back, # one\n  contributing # two\n]\n`,
      'contributing',
      'giving-back',
      'cannot be changed safely',
    ],
  ])('%s', (_, written, from, into, reason) => {
    expect(merged(written, from, into).problem).toContain(reason);
  });
});

describe('a split', () => {
  const studies = `${codebook}
=== studies/a2001.md ===
---
cite: A 2001
themes:
  - giving-back
---
## Findings

Words. #giving-back
=== studies/b2002.yaml ===
themes: [giving-back: Helping]
findings:
  - quote: x
    themes: [giving-back]
=== studies/c2003.yaml ===
themes: [giving-back]
`;
  test('moves the studies that were chosen, with their words', () => {
    const { difference, summary } = split(studies, 'helping', 'Helping', 'a2001', 'B2002');
    expect(difference).toBe(`=== codebook.yaml ===
+   helping:
+     label: Helping
+     construct: identity
=== studies/a2001.md ===
-   - giving-back
- Words. #giving-back
+   - helping: Giving back
+ Words. #helping
=== studies/b2002.yaml ===
- themes: [giving-back: Helping]
-     themes: [giving-back]
+ themes: [helping]
+     themes: [helping]`);
    expect(summary.slice(0, 2)).toEqual([
      'Helping (helping) takes over 2 of the 3 studies of Giving back (giving-back).',
      '2 studies change, and 1 other file.',
    ]);
  });

  test('to a theme that is there', () => {
    const { difference } = split(studies, 'Boundaries', '', 'c2003');
    expect(difference).toBe(
      '=== studies/c2003.yaml ===\n- themes: [giving-back]\n+ themes: [{boundaries: Giving back}]',
    );
  });

  test('puts a new theme after the old one in a codebook of another order', () => {
    const unordered = studies.replace('  # All of them.\n', '  zeal: Zeal\n').replace('  # First round.\n', '');
    const moved = unordered.replace(
      /( {2}contributing:[\s\S]*?construct: use\n)( {2}giving-back:\n[\s\S]*?construct: identity\n)/,
      '$2$1',
    );
    const { review, texts } = reviewOf(moved);
    const request = { from: 'giving-back', to: 'helping', label: 'Helping', studies: ['c2003'] };
    const outcome = splitTheme(review, request, path => texts.get(path));
    if (!outcome.ok) throw new Error(outcome.reason);
    const after = reviewFrom(applied(texts, outcome.value.change));
    expect([...after.themeById.keys()]).toEqual(['zeal', 'boundaries', 'giving-back', 'helping', 'contributing']);
  });

  test('gives a former name of the theme a life of its own', () => {
    const { difference } = split(
      studies.replace('label: Giving back', 'label: Giving back\n    aliases: [helping]'),
      'helping',
      'Helping',
      'c2003',
    );
    expect(difference).toContain(
      '-     aliases: [helping]\n+     construct: identity\n+   helping:\n+     label: Helping\n',
    );
  });

  test.each([
    ['of no study', 'helping', [], 'Choose the studies'],
    ['of a study that does not carry it', 'helping', ['d2004'], 'd2004 does not carry "giving-back"'],
    ['to itself', 'Giving-Back', ['a2001'], 'is the theme itself'],
    ['to a name that cannot be', 'a b', ['a2001'], 'A name is made of'],
    ['to a former name of another', 'giving', ['a2001'], 'former name of the theme "contributing"'],
  ])('%s is refused', (_, to, keys, reason) => {
    expect(split(studies, to, '', ...keys).problem).toContain(reason);
  });
});
