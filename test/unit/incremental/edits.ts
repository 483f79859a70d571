import fc from 'fast-check';

/** One change of the files of a review, as numbers that mean something whatever the files hold by then. */
export type Edit =
  | { readonly do: 'type'; readonly file: number; readonly at: number; readonly cut: number; readonly text: string }
  | { readonly do: 'swap'; readonly file: number; readonly from: number; readonly to: string }
  | { readonly do: 'drop-line' | 'double-line'; readonly file: number; readonly at: number }
  | { readonly do: 'create'; readonly path: string; readonly copy: number }
  | { readonly do: 'delete'; readonly file: number }
  | { readonly do: 'move'; readonly file: number; readonly path: string }
  | { readonly do: 'undo' };

const words = [
  ...['giving-back', 'boundaries', 'contributing', 'role-strain', 'gillard2013', 'moran2012', 'mead1934', 'identity'],
  ...['Peru', 'Mali'],
  ...['use-of-self', 'isolation', 'Reframing of identity', 'Strengths', 'Challenges', 'yes', 'no', 'UK', '8', '12'],
  ...['1', '2', '3'],
  ...['worth', 'reciprocal', 'refutational', 'absent', 'chronological'],
];

const snippets = [
  ...['\n', ' ', ':', '- ', '#', '@', '[', ']', '"', "'", '{', '}', '<!--', '-->', '```\n', '---\n', '\t', '\r\n'],
  ...[
    '  - boundaries\n',
    'themes: [giving-back]\n',
    'casp: 9\n',
    'reports: [mead1934]\n',
    'synthesises: [moran2012]\n',
  ],
  ...['## Reframing of identity\n\n', '### Challenges\n\n', 'Text [@gillard2013; but see @moran2012].\n\n'],
  ...['Text "told them apart by what was sown" [@barnacleby2006; @gillard2013].\n\n'],
  ...['\n## Findings\n\n> They told them apart by what was eaten. (P3, p. 2)\n'],
  ...['Text [@mead1934]. <!-- finding: isolation -->\n\n', '<!-- construct: identity -->\n', 'cite: Nobody 1999\n'],
  ...[
    '  role-strain: {label: Role strain, aliases: [boundaries]}\n',
    '    aliases: [contributing]\n',
    'key: moran2012\n',
  ],
  ...[
    '  - {construct: identity, study: gillard2013, relation: absent}\n',
    '    relation: refutational\n',
    'reading-order: [moran2012, gillard2013]\n',
    'approach: meta-ethnography\n',
    '    construct: worth\n',
    '    aliases: [worth]\n',
  ],
  ...['  4: yes\n', 'moran2012: {1: no}\n', '@book{mead1934, author = {Mead, G.}, year = 1934}\n', 'year: 1999\n'],
  ...[
    'Two of the studies say so [1,3,17–19; but see 2]. ',
    '[1]: https://example.org\n',
    ' [2] ',
    '1–4',
    '–',
    '[3, 12]',
  ],
  ...[
    'Most of the studies say so [1,2].\n\n',
    'One participant said so [@gillard2013; @moran2012].\n\n',
    'quantifiers: {most: 20}\n',
  ],
  ...[
    'Text. <!-- reports: entreq 4-6, prisma-s 8 -->\n\n',
    ' <!-- reports: entreq 4, 31 -->',
    'search: [{source: A, platform: B, date: 2020, strategy: c.txt}]\n',
    'approach: meta-ethnography\n',
    'reporting: [prisma]\n',
    'severities: {reporting: off, flow: off}\n',
    '<!-- metasynth:synthesis-table -->\nx\n<!-- /metasynth:synthesis-table -->\n',
  ],
  ...['  citation-number = {2},\n', '@book{12, author = {Mead, G.}, year = 1934}\n', '@book{3,'],
  ...['status: final\n', 'table: {sort: [-year]}\n', 'background: [mead1934]\n', 'title: Another\n', 'country: Peru\n'],
];

const paths = [
  ...['studies/new.md', 'studies/gillard2013.yaml', 'studies/Moran2012.md', 'appraisals/JM.yaml', 'appraisals/XX.yaml'],
  'translation.yaml',
  ...[
    'appraisals/consensus.yaml',
    'coding/JM.yaml',
    'confidence.yaml',
    'references.bib',
    'codebook.yaml',
    'synthesis.md',
    'notes.md',
  ],
];

const number = fc.nat(1_000_000);

/** Typing above all; now and then a file that comes, goes or moves, and a step back. */
export const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      file: number,
      at: number,
      cut: fc.nat(6),
      text: fc.oneof(fc.constantFrom(...snippets), fc.constantFrom(...words), fc.string({ maxLength: 3 })),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('swap' as const),
      file: number,
      from: number,
      to: fc.constantFrom(...words),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('drop-line' as const, 'double-line' as const),
      file: number,
      at: number,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('create' as const), path: fc.constantFrom(...paths), copy: number }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), file: number }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), file: number, path: fc.constantFrom(...paths) }),
  },
  { weight: 3, arbitrary: fc.constant({ do: 'undo' as const }) },
);

/** Does an edit to the texts of a review; gives back what has changed, path by path. */
export function apply(files: Map<string, string>, edit: Edit): Map<string, string | undefined> {
  const changed = new Map<string, string | undefined>();
  const list = [...files.keys()].sort();
  const pick = (index: number): string | undefined => list[index % Math.max(1, list.length)];
  const set = (path: string, text: string | undefined): void => {
    changed.set(path, text);
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  };
  if (edit.do === 'undo') return changed;
  if (edit.do === 'create') {
    const source = files.get(pick(edit.copy) ?? '');
    if (source !== undefined) set(edit.path, source);
    return changed;
  }
  const path = pick(edit.file);
  const text = path === undefined ? undefined : files.get(path);
  if (path === undefined || text === undefined) return changed;
  if (edit.do === 'delete') {
    if (path !== 'metasynth.yaml') set(path, undefined);
  } else if (edit.do === 'move') {
    if (path !== 'metasynth.yaml') {
      set(path, undefined);
      set(edit.path, text);
    }
  } else if (edit.do === 'type') {
    const at = edit.at % (text.length + 1);
    set(path, text.slice(0, at) + edit.text + text.slice(at + edit.cut));
  } else if (edit.do === 'swap') {
    const found = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)];
    const word = found[edit.from % Math.max(1, found.length)];
    if (word) set(path, text.slice(0, word.index) + edit.to + text.slice(word.index + word[0].length));
  } else {
    const lines = text.split('\n');
    const at = edit.at % lines.length;
    if (edit.do === 'drop-line') lines.splice(at, 1);
    else lines.splice(at, 0, lines[at]!);
    set(path, lines.join('\n'));
  }
  return changed;
}
