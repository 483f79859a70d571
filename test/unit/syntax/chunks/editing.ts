import fc from 'fast-check';
import type { FileKind } from '../../../../server/src/syntax/facts.js';

/** A file that is edited in tests. */
export interface Edited {
  readonly name: string;
  readonly path: string;
  readonly kind: FileKind;
  readonly text: string;
  /** What is typed into it: what makes or breaks its structure. */
  readonly words: readonly string[];
}

const yamlWords = [
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '\n\n',
    '  ',
    ' ',
    '\t',
    ': ',
    ':',
    '- ',
    '? ',
    '#',
    ' # ',
    '"',
    "'",
    '|',
    '>',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '\n---\n',
    '\n...\n',
    '&a ',
    '*a',
    '!!x ',
    '<<: ',
    '%TAG\n',
    ', ',
    'label: ',
    'x',
    '1: yes\n',
    '\\',
    '\r',
    '\r\n',
    '…',
  ],
];

const codebookText = `# The codebook
themes:
  # of the authors
  giving-back:
    label: Giving back
    definition: "Repaying help: in kind"
    construct: [reframing, use-of-self]
  boundaries: Boundaries
  'odd one': {label: "Odd, one", aliases: [odd]}
  empty:
  long:
    definition: >
      Several
      lines

    label: Long
constructs:
  reframing:
    label: Reframing
    order: 1
    leads-to:
      use-of-self: by sharing
  use-of-self: Use of self
argument:
  - says: One sentence.
    rests-on: reframing
  - Another.
`;

const raterText = `# JM
moran2012:
  1: yes
  2: no
  because:
    2: not told
gillard2013: [yes, no, can't tell]
"odd2014":
  - yes
  - no
  # a thought
late2020:
  by: [JM, JS]
  3: "unclear"
`;

const codingText = `moran2012: [giving-back, boundaries]
gillard2013:
  - giving-back: they gave
  - boundaries
late2020: giving-back
`;

const manuscriptText = `---
title: A synthesis
---
Words before [@moran2012].

# Reframing <!-- construct: reframing -->

One finding [@moran2012; @gillard2013]. Another, see [site][peer] and [peer].

- an item [@late2020]

  # in an item
- more

## Challenges {#hard}
<!-- aspect: challenge -->

> A quote [but see @late2020, p. 3]
> # a heading of the quote

\`\`\`yaml
# no heading
\`\`\`

Setext @moran2012
=================

<!-- metasynth:table moran2012 -->
# Within

| a | b [@x] |
|---|---|
<!-- /metasynth:table -->

After. <!-- finding: after --> [@gillard2013; moran2012]

### Isolation

<div>
text [@late2020]
</div>

[peer]: https://example.org "Peer"

# End

Nothing cited.
`;

const markdownWords = [
  ...[
    '\n',
    '\n\n',
    '# ',
    '## ',
    '\n# A\n',
    '\n```\n',
    '\n~~~\n',
    '<!-- ',
    ' -->',
    '<!--',
    '-->',
    '\n---\n',
    '\n===\n',
    '> ',
    '- ',
    '    ',
  ],
  ...[
    '\n<!-- a\n<!-- b\n',
    '\n<!-- metasynth:table -->\n',
    '\n<!-- /metasynth:table -->\n',
    '\n<!-- metasynth:flow x -->\n',
    '\n<!-- /metasynth:flow -->\n',
  ],
  ...[
    '\n[peer]: /x\n',
    '\n[site]: /y\n',
    '[peer]',
    '[@a]',
    '@',
    '[',
    ']',
    '(',
    ')',
    '`',
    '<div>',
    '</div>',
    '<script>',
    '</script>',
    '\n:::\n',
  ],
  ...[
    '\n| a |\n|---|\n',
    '\t',
    'x',
    '\r',
    '\r\n',
    '\n[^1]: ',
    '1. ',
    '<?',
    '?>',
    '\n  # B\n',
    '\n\n[a b]:\n/z\n',
    '[a\nb]',
    '$',
    '---\n',
    '…',
  ],
];

const bibtexText = `% a library
@string{jqr = {Journal of Qualitative Research}, sw = "Social Work"}
@article{moran2012,
  author = {Moran, G. and Russinova, Z. and others},
  title = {Benefits and {Mechanisms}},
  journal = jqr # { supplement},
  year = 2012,
  doi = {10.1000/abc}
}

@book{gillard2013, author = {Gillard, S.}, year = {2013}, title = sw}
@comment{
@article{old, author = {Old}, year = 1999}
}
@misc(late2020, title = "Late {work}", date = {2020-05})
words @article between
  @inbook{inner1999,
  title = {An abstract
@misc{no, title = {x}}
  }, year = 1999
}
@string{sw = {Social Works}}
@book{moran2013, title = sw # { again}, editor = {Moran, G.}}
`;

const bibtexWords = [
  ...[
    '\n',
    '@',
    '\n@',
    '\n@article{',
    '\n@book{a,',
    '{',
    '}',
    '(',
    ')',
    '"',
    ',',
    '=',
    '#',
    ' # ',
    'sw',
    'jqr',
    '\n}',
    '\n}\n',
    '%',
  ],
  ...[
    '\n@string{sw = "x"}\n',
    '\n@string{',
    '@comment{',
    '\n@comment{\n',
    '\n@preamble{',
    'title = ',
    '\nyear = 1999,',
    'moran2012',
    '\\',
    '\r',
    '\r\n',
    '\t',
    'x',
    '…',
  ],
];

const risText = `Provider: x
TY  - JOUR
ID  - moran2012
AU  - Moran, G.
TI  - Benefits
  and more
PY  - 2012
ER  - 

TY  - BOOK
ID  - gillard2013
A1  - Gillard, S.; Holley, J.
ER  -
AU  - lost
TI  - No type
TY  - JOUR
ID  - Moran2012
T1  - Again
`;

const risWords = [
  '\n',
  'TY  - ',
  '\nTY  - JOUR\n',
  'ER  - ',
  '\nER  -\n',
  'ID  - a',
  '\nID  - a\n',
  'AU  - B',
  ' ',
  '-',
  'x',
  '\r',
  '\r\n',
  'TY',
  '\nTI  - t',
];

const jsonText = `[
  {"id": "moran2012", "author": [{"family": "Moran"}], "issued": {"date-parts": [[2012]]}, "title": "Benefits"},
  {"id": "gillard2013", "title": "Bound"},
  {"id": "Moran2012", "title": "Again"}
]
`;

const jsonWords = ['\n', '{', '}', '[', ']', ',', ':', '"', '{"id": "x"}', '"title": "t"', ' ', 'x', '\\', '\r\n'];

export const edited: readonly Edited[] = [
  {
    name: 'codebook',
    path: 'codebook.yaml',
    kind: 'codebook',
    text: codebookText,
    words: [...yamlWords, 'themes:\n', '\nconstructs:\n', '\nargument:\n', '\n  new:\n    label: '],
  },
  {
    name: 'rater',
    path: 'appraisals/JM.yaml',
    kind: 'rater',
    text: raterText,
    words: [...yamlWords, '\nnew2021:\n  1: '],
  },
  { name: 'coding', path: 'coding/JM.yaml', kind: 'coding', text: codingText, words: yamlWords },
  { name: 'manuscript', path: 'synthesis.md', kind: 'manuscript', text: manuscriptText, words: markdownWords },
  { name: 'BibTeX', path: 'references.bib', kind: 'bibliography', text: bibtexText, words: bibtexWords },
  { name: 'RIS', path: 'library.ris', kind: 'bibliography', text: risText, words: risWords },
  { name: 'CSL-JSON', path: 'library.json', kind: 'bibliography', text: jsonText, words: jsonWords },
  {
    name: 'study',
    path: 'studies/a.md',
    kind: 'study',
    text: '---\ncountry: USA\nthemes: [a]\ncasp: 8\n---\n## Findings\n\n> Words (P1) #a\n',
    words: [...markdownWords, ...yamlWords],
  },
];

const kinds = [
  'type',
  'type',
  'type',
  'delete',
  'delete',
  'delete line',
  'copy lines',
  'move lines',
  'replace all',
  'breaks',
] as const;

/** One edit, told by numbers that fit any text. */
export interface Edit {
  readonly kind: (typeof kinds)[number];
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly word: number;
}

const number = fc.nat(1_000_000);

export const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  from: number,
  to: number,
  size: fc.nat(6),
  word: number,
});

/** The text after an edit. */
export function apply(text: string, { kind, from, to, size, word }: Edit, words: readonly string[]): string {
  const at = from % (text.length + 1);
  const typed = words[word % words.length]!;
  if (kind === 'type') return text.slice(0, at) + typed + text.slice(at);
  if (kind === 'delete') return text.slice(0, at) + text.slice(at + size);
  if (kind === 'breaks') {
    return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replace(/\n/g, '\r\n');
  }
  if (kind === 'replace all') {
    const other = words[to % words.length]!;
    return typed.length > 0 && text.split(typed).length < 40 ? text.replaceAll(typed, other) : text;
  }
  const lines = text.split(/(?<=\n)/);
  const start = from % lines.length;
  const target = to % (lines.length + 1);
  if (kind === 'copy lines') {
    return [...lines.slice(0, target), ...lines.slice(start, start + size), ...lines.slice(target)].join('');
  }
  const taken = lines.splice(start, kind === 'delete line' ? 1 : size);
  if (kind === 'move lines') lines.splice(Math.min(target, lines.length), 0, ...taken);
  return lines.join('');
}
