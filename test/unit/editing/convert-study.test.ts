import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertStudy, toMarkdown, toYaml } from '../../../server/src/editing/convert-study.js';
import { readStudy } from '../../../server/src/syntax/read-study.js';
import { exampleOf } from '../support/review.js';

const aspects = new Set(['challenge', 'strength']);

/** The text that a study becomes in its other form, or the reason why it does not. */
function other(path: string, text: string): string {
  const change = path.endsWith('.md') ? toYaml(path, text, aspects) : toMarkdown(path, text);
  if ('refused' in change) return `refused: ${change.refused}`;
  const [edit] = change.edits;
  expect(edit?.expected).toBe(text);
  expect(change.moves).toEqual([{ from: path, to: path.replace(/\.\w+$/, path.endsWith('.md') ? '.yaml' : '.md') }]);
  return edit?.text ?? '';
}

const yamlOf = (markdown: string): string => other('studies/a.md', markdown);
const markdownOf = (yaml: string): string => other('studies/a.yaml', yaml);

/** A pair of texts that are each other's other form, to the letter. */
function pair(markdown: string, yaml: string): void {
  expect(yamlOf(markdown)).toBe(yaml);
  expect(markdownOf(yaml)).toBe(markdown);
}

describe('a study in both forms', () => {
  test('quotes, readings, locators, tags, divisions, credibility and notes', () => {
    pair(
      `---
country: UK # here
themes:
  - giving-back: Contributing
---

## Findings

> I had been where they were, and I could say so.
> Twice. (P3, p. 12) #giving-back #challenge

The authors read this as a debt repaid. #giving-back #boundaries

"Giving back was spoken of as a duty." (p. 14, our translation) #giving-back <!-- credibility: unequivocal -->

## Memo

Not data: our own thoughts.

- one
  - two
`,
      `country: UK # here
themes:
  - giving-back: Contributing
findings:
  - quote: |-
      I had been where they were, and I could say so.
      Twice.
    at: P3, p. 12
    themes: [giving-back]
    aspects: [challenge]
  - authors: |-
      The authors read this as a debt repaid.
    themes: [giving-back, boundaries]
  - authors: |-
      "Giving back was spoken of as a duty."
    at: p. 14, our translation
    themes: [giving-back]
    credibility: unequivocal
notes: |
  ## Memo

  Not data: our own thoughts.

  - one
    - two
`,
    );
  });

  test('what stands before the findings, and a heading of another name', () => {
    pair(
      '---\nkey: a\n---\n\n# A title\n\nAbstract.\n\n# Results {#r}\n\nA reading.\n\n# Memo\n\nOurs.\n',
      'key: a\nfindings:\n  - authors: |-\n      A reading.\nnotes: |\n  # A title\n\n  Abstract.\n\n  # Results {#r}\n\n  # Memo\n\n  Ours.\n',
    );
  });

  test('callouts, comments and headings among the findings', () => {
    pair(
      '## Findings\n\n> [!note]\n> Is this a joke?\n\n### The garden\n\n<!-- Ask the authors. -->\n\n<!--\nTwo\n\n  lines.\n-->\n\nA reading.\n\n<!-- at the end -->\n',
      'findings:\n  # > [!note]\n  # > Is this a joke?\n\n  # ### The garden\n\n  # Ask the authors.\n\n  # Two\n  #\n  #   lines.\n  - authors: |-\n      A reading.\n  # at the end\n',
    );
  });

  test('nothing but a head, a body without findings, findings without a finding, nothing', () => {
    pair('---\nkey: a\n---\n', 'key: a\n');
    pair('---\nkey: a\n---\n\nA memo.\n', 'key: a\nnotes: |\n  A memo.\n');
    pair('---\nkey: a\n---\n\n## Findings\n', 'key: a\nfindings: []\n');
    pair('---\nkey: a\n---\n\n## Findings\n\n<!-- none yet -->\n', 'key: a\nfindings: []\n  # none yet\n');
    pair('', '');
  });

  test('a paragraph of notes goes before the findings, where it cannot be taken for one', () => {
    expect(markdownOf('notes: We doubt it.\nfindings:\n  - authors: So they say.\n')).toBe(
      'We doubt it.\n\n## Findings\n\nSo they say.\n',
    );
  });

  test('a value that YAML would misread is quoted', () => {
    pair('## Findings\n\n> Words. (P1: p. 3 #2)\n', 'findings:\n  - quote: |-\n      Words.\n    at: "P1: p. 3 #2"\n');
  });

  test('comments of YAML stay with their finding, and those of the head in the head', () => {
    expect(
      markdownOf(
        '# Of the file.\nkey: a\n# Of the findings.\nfindings: # beside\n  # Above.\n  # Twice.\n  - quote: Words. # behind\n    # inside\n    at: p. 3\n# Of the notes.\nnotes: | # beside them\n  ## Memo\n# The end.\n',
      ),
    ).toBe(
      '---\n# Of the file.\nkey: a\n# Of the notes.\n# The end.\n# beside them\n---\n\n## Findings\n\n<!-- Of the findings. -->\n\n<!-- beside -->\n\n<!--\nAbove.\nTwice.\n-->\n\n<!-- behind -->\n\n<!-- inside -->\n\n> Words. (p. 3)\n\n## Memo\n',
    );
  });

  test('Windows line ends and a byte-order mark stay', () => {
    expect(yamlOf('---\r\nkey: a\r\n---\r\n\r\n## Findings\r\n\r\nA\r\nreading.\r\n')).toBe(
      'key: a\r\nfindings:\r\n  - authors: |-\r\n      A\r\n      reading.\r\n',
    );
    expect(markdownOf('\uFEFFkey: a\n')).toBe('\uFEFF---\nkey: a\n---\n');
  });
});

describe('a study is left as it is, with the reason', () => {
  test.each([
    ['## Findings\n\n| a | b |\n| - | - |\n| c | d |\n', /line 3, stands a table/],
    ['## Findings\n\n```\ncode\n```\n', /a block of code/],
    ['## Findings\n\n1. One.\n2. Two.\n', /a numbered list/],
    ['## Findings\n\n---\n', /a line across the page/],
    ['## Findings\n\n<div>\nx\n</div>\n', /a piece of HTML/],
    ['## Findings\n\n<!-- metasynth:outline -->\nx\n<!-- /metasynth:outline -->\n', /a block that a command writes/],
    ['---\nkey: a\n\n## Findings\n', /no closing ---/],
    ['---\nkey: "a\n---\n', /cannot be read whole/],
    ['---\nkey: a\nnotes: x\n---\n', /a field notes: already/],
    ['---\n{key: a}\n---\n', /each begin a line/],
    ['## Findings\n\n[x]: https://example.org\n', /the address of a link/],
  ])('%j', (markdown, reason) => {
    expect(yamlOf(markdown)).toMatch(reason);
  });

  test.each([
    ['findings:\n  - quote: A\n    authors: B\n', /In Markdown they would be two/],
    ['findings:\n  - quote: A\n    page: 3\n', /a field page:/],
    ['findings:\n  - at: p. 3\n', /no words yet/],
    ['findings:\n  - just words\n', /no words yet/],
    ['findings:\n  - authors: |-\n      A\n\n      B\n', /an empty line/],
    [
      'findings:\n  - quote: A\n    themes: [giving back]\n',
      /"giving back", in the finding in line 2, cannot be a tag/,
    ],
    ['findings: none\n', /not a list/],
    ['findings:\n  - quote: A\nnotes: [a]\n', /words alone/],
    ['findings:\n  - authors: "# A heading"\n', /read otherwise in Markdown/],
    ['findings:\n  - authors: A reading (with a remark)\n', /read otherwise in Markdown/],
    ['findings:\n  - quote: A #b\n    # --> c\n', /cannot be read whole|begins or ends a comment/],
    ['findings:\n  - quote: A\n    # --> c\n', /begins or ends a comment/],
    ['findings:\n  - authors: A\nnotes: |\n  ## Findings\n\n  Not one.\n', /read otherwise in Markdown/],
    ['method: &m A\nfindings:\n  - authors: *m\n', /anchors/],
    ['key: a\nkey: b\n', /cannot be read whole/],
    ['key: a\r# old\r', /line ends of an old kind/],
  ])('%j', (yaml, reason) => {
    expect(markdownOf(yaml)).toMatch(reason);
  });

  test('where the file is no study, or one of the new name is there', () => {
    const { review, texts } = exampleOf('=== studies/gillard2013.yaml ===\nkey: other2013\n');
    const text = texts.get('studies/gillard2013.md') ?? '';
    expect(convertStudy(review, 'studies/gillard2013.md', text)).toEqual({
      refused: 'A file studies/gillard2013.yaml is there already.',
    });
    expect(convertStudy(review, 'synthesis.md', '')).toHaveProperty('refused');
  });
});

test('a study of the review is moved and rewritten; tags of its own divisions are no themes', () => {
  const { review } = exampleOf(
    '=== metasynth.yaml ===\ntitle: T\naspects: {doubt: [Doubts]}\n=== studies/a.md ===\n## Findings\n\nA. #b #doubt\n',
  );
  expect(convertStudy(review, 'studies/a.md', '## Findings\n\nA. #b #doubt\n')).toMatchObject({
    edits: [{ text: 'findings:\n  - authors: |-\n      A.\n    themes: [b]\n    aspects: [doubt]\n' }],
    moves: [{ from: 'studies/a.md', to: 'studies/a.yaml' }],
    created: [],
  });
});

test('all studies of the samples can be turned, and turned back', () => {
  for (const sample of ['peer-support', 'worked-example']) {
    const folder = join(import.meta.dirname, '../../../samples', sample, 'studies');
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      checkThereAndBack(name, text);
      expect(other(name, text), name).not.toMatch(/^refused/);
    }
  }
});

/** What a study says, without places; tags in the order of the alphabet. */
function says(text: string, markdown: boolean): unknown {
  const facts = JSON.stringify(readStudy(text, 'a', markdown).facts, (key, value) =>
    /^(?:at|.*At|head)$/.test(key) ? undefined : key === 'tags' ? [...value].sort() : value,
  );
  return JSON.parse(facts);
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const signs = new Set(['Findings', 'findings', 'quote', 'authors', 'at', 'themes', 'aspects', 'credibility', 'notes']);

/** A study turned and turned back says the same, has lost no word, and from then on never changes by a letter. */
function checkThereAndBack(path: string, text: string): boolean {
  const there = other(path, text);
  if (there.startsWith('refused')) return false;
  const markdown = path.endsWith('.md');
  const elsewhere = path.replace(/\.\w+$/, markdown ? '.yaml' : '.md');
  const back = other(elsewhere, there);
  // What was turned can always be turned back.
  expect(back).not.toMatch(/^refused/);
  expect(says(there, !markdown)).toEqual(says(text, markdown));
  expect(says(back, markdown)).toEqual(says(text, markdown));
  const had = wordsIn(text)
    .filter(word => !signs.has(word))
    .sort();
  const has = wordsIn(there)
    .filter(word => !signs.has(word))
    .sort();
  expect(has).toEqual(had);
  expect(other(path, back)).toBe(there);
  expect(other(elsewhere, other(path, back))).toBe(back);
  return true;
}

const words = fc.constantFrom(
  'I was there.',
  'They say so',
  '"To the letter."',
  'a: b',
  'One (two) three.',
  '“Ja.”',
  'x <!-- y --> z',
  '*x*',
  'Über 3 %',
  '- x',
  '# y',
  '[@a2000]',
  'it’s `#x`',
);
const tail = fc
  .tuple(
    fc.constantFrom('', ' (P3, p. 12)', ' (p. 4, our translation)'),
    fc.constantFrom('', ' #b', ' #b #challenge', ' #b/c'),
    fc.constantFrom('', ' <!-- credibility: credible -->', ' <!-- w -->'),
  )
  .map(parts => parts.join(''));
const block = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.array(words, { minLength: 1, maxLength: 3 }), tail)
      .map(([lines, end]) => `> ${lines.join('\n> ')}${end}`),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.array(words, { minLength: 1, maxLength: 2 }), tail)
      .map(([lines, end]) => lines.join('\n') + end),
  },
  fc.constantFrom(
    '> [!note]\n> Ours.',
    '<!-- c -->',
    '<!--\nc\n  d\n-->',
    '### Below',
    '- an item #b',
    '> one\n>\n> two #b',
    '1. n',
    '---',
    '<!-- credibility: credible -->',
  ),
);
const head = fc.constantFrom(
  '',
  '---\nkey: a\n---\n\n',
  '---\n# c\nthemes:\n- b: "Own: words" # d\nours: |+\n  x\n\n---\n',
  '---\ncasp: {JM: {1: yes}}\n---\n',
);
const markdownStudy = fc
  .tuple(
    head,
    fc.constantFrom('', '# Title\n\n', 'Lead.\n\n'),
    fc.constantFrom('## Findings', '# Results', '### findings', 'Findings\n---'),
    fc.array(block, { maxLength: 6 }),
    fc.constantFrom('', '\n\n## Memo\n\nOurs.  \nTwo\n', '\n\n# Memo\n\n    code\n\n## Results\n\nMore. #b\n', '\n'),
  )
  .map(([front, before, heading, blocks, after]) => `${front}${before}${heading}\n\n${blocks.join('\n\n')}${after}`);

test('any Markdown study that is turned can be turned back', () => {
  let turned = 0;
  fc.assert(
    fc.property(markdownStudy, fc.boolean(), (text, windows) => {
      if (checkThereAndBack('studies/a.md', windows ? text.replaceAll('\n', '\r\n') : text)) turned++;
    }),
    { numRuns: 400 },
  );
  expect(turned).toBeGreaterThan(100);
});

const yamlComment = fc.constantFrom(
  '',
  '',
  '  # c d\n',
  '  # c\n  # e\n',
  '# zero\n',
  '  # c\n\n  # f\n',
  '  # ### Below\n',
  '  # > [!note] ours\n',
);
const yamlFinding = fc
  .tuple(
    yamlComment,
    fc.constantFrom('quote', 'authors'),
    fc.constantFrom(
      'Words. # g',
      '"Quoted."',
      '>-\n      Folded\n      twice.',
      '|-\n      Kept\n      lines.',
      "'It''s.'",
      '|\n      - x',
    ),
    fc.constantFrom('', '    at: p. 3 # h\n', '    at: "P1: x"\n'),
    fc.constantFrom(
      '',
      '    themes: [b, c]\n',
      '    themes:\n      - b # i\n      # j\n',
      '    themes: b\n    aspects: [challenge]\n',
    ),
    fc.constantFrom('', '    credibility: credible\n'),
  )
  .map(([note, key, value, at, tags, rated]) => `${note}  - ${key}: ${value}\n${at}${tags}${rated}`);
const yamlStudy = fc
  .tuple(
    fc.constantFrom('', '# k\nkey: a\n', 'mine: x # l\n\n'),
    fc.array(yamlFinding, { maxLength: 4 }),
    fc.constantFrom(
      '',
      '# m\nnotes: |\n  ## Memo\n\n  Ours.\n',
      'notes: Ours.\n',
      'notes: >- # n\n  ### Low\n\n  x\ncountry: UK\n',
      '# o\n',
    ),
  )
  .map(
    ([front, findings, after]) => `${front}${findings.length === 0 ? '' : `findings:\n${findings.join('')}`}${after}`,
  );

test('any YAML study that is turned can be turned back', () => {
  let turned = 0;
  fc.assert(
    fc.property(yamlStudy, fc.boolean(), (text, windows) => {
      if (checkThereAndBack('studies/a.yaml', windows ? text.replaceAll('\n', '\r\n') : text)) turned++;
    }),
    { numRuns: 400 },
  );
  expect(turned).toBeGreaterThan(100);
});

test('any text at all is turned or refused', () => {
  const sign = fc.constantFrom(
    'a',
    '#',
    ' ',
    '\n',
    '>',
    '-',
    ':',
    '<!--',
    '-->',
    '## Findings',
    '(',
    ')',
    '"',
    '|',
    '\t',
    '\r\n',
    'notes:',
    'findings:',
    '---\n',
    '`',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), fc.constantFrom('studies/a.md', 'studies/a.yaml'), (signs, path) => {
      const text = signs.join('');
      const result = other(path, text);
      expect(typeof result).toBe('string');
      if (!result.startsWith('refused'))
        expect(says(result, path.endsWith('.yaml'))).toEqual(says(text, path.endsWith('.md')));
    }),
    { numRuns: 500 },
  );
});
