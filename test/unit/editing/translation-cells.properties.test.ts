import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../../server/src/editing/change.js';
import { addOpenCells, setCell } from '../../../server/src/editing/translation-cells.js';
import { invert } from '../../../server/src/editing/undo.js';
import { translationOf } from '../../../server/src/review/translation.js';
import type { Relation } from '../../../server/src/syntax/facts.js';
import { exampleOf } from '../support/review.js';
import { applied, reviewFrom } from './support.js';

const constructs = ['identity', 'worth', 'wages'];
const studies = ['moran2012', 'gillard2013'];
const themes = ['boundaries', 'giving-back', 'hope'];

const base = `=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help, construct: identity}
  hope: {label: Hope, definition: Looking on, construct: worth}
constructs:
  identity: {label: Reframing of identity, aliases: [self], definition: Seeing oneself anew, order: 1}
  worth: {label: Being of use, definition: Counting for something, order: 2}
  wages: {label: Wages, definition: Being paid, order: 3}
`;

/** Files in which somebody has written already, each in a manner of its own; lines with a \`#\` are never to be touched. */
const starts = [
  '',
  '# Nothing yet.\n',
  'reading-order: chronological\ncells:\n',
  `# The table.
reading-order: [moran2012, gillard2013] # as read
cells:
  # The first of all.
  - construct: identity
    # Whose?
    study: moran2012
    relation: reciprocal

  # A cell of nobody.
  - construct: unheard-of
    study: moran2012
    note: 'Left as it is'

  - study: gillard2013
    construct: self
    themes:
      # Why this one.
      - giving-back: Contributing
      - boundaries
# The end.
`,
  'reading-order: alphabetical\r\ncells:\r\n  - construct: worth\r\n    study: gillard2013\r\n    themes: hope\r\n    relation: absent\r\n',
];

const hostile = fc.oneof(
  fc.constantFrom(
    ...['', 'A sentence.', 'key: value', ' # no comment', '[a, b', '{', '"', "it's", '- item', '>-', '|', '...', '---'],
    ...[
      '🦊 and 👩‍👩‍👧',
      'two\nlines',
      'two\n\nlines',
      '\ttab',
      ' at both ends ',
      'null',
      'yes',
      '1,520',
      '@key',
      '\u2028',
      '`',
    ],
    ...['\r\n', 'x\ry', '\n', '#', ': ', '&a *a', '%', '\u0000', 'ends in\n', 'é́', '\ufeff'],
  ),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.constant('A long one: it goes on # and on. '.repeat(320)),
);

const relation = fc.constantFrom<Relation | ''>(
  ...(['', 'reciprocal', 'refutational', 'line-of-argument', 'absent', 'unclear', 'to do'] as const),
);

const change = fc.record({
  construct: fc.constantFrom(...constructs),
  study: fc.constantFrom(...studies),
  entry: fc.record(
    {
      themes: fc.uniqueArray(
        fc.record({ name: fc.constantFrom(...themes), wording: hostile }, { requiredKeys: ['name'] }),
        {
          selector: each => each.name,
        },
      ),
      relation,
      note: hostile,
    },
    { requiredKeys: [] },
  ),
});

/** The files after a change, those that come with it among them. */
function withCreated(texts: ReadonlyMap<string, string>, change: Change): Map<string, string> {
  const after = applied(texts, change);
  for (const { path, text } of change.created) after.set(path, text);
  return after;
}

/** What each cell says once the files are read again. */
function cellsOf(texts: ReadonlyMap<string, string>) {
  const { rows } = translationOf(reviewFrom(texts));
  return new Map(
    rows.flat().map(({ construct, study, facts }) => [
      `${construct.id} ${study.id}`,
      {
        themes: facts?.themes.map(({ name, wording }) => ({ name: name.value, wording })) ?? [],
        relation: facts?.relation ?? '',
        note: facts?.note ?? '',
      },
    ]),
  );
}

/** The lines that nobody may touch: comments, and the cell that belongs to no construct. */
function others(text: string): string[] {
  return text.split(/\r\n|\n/).filter(line => /^\s*# |# as read$|unheard-of|Left as it is/.test(line));
}

test('whatever is entered is read back as it was entered, and leaves all else as it was', () => {
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.array(change, { minLength: 1, maxLength: 8 }), (start, series) => {
      let { texts } = exampleOf(`${base}${start === '' ? '' : `=== translation.yaml ===\n`}`) as {
        texts: ReadonlyMap<string, string>;
      };
      if (start !== '') texts = new Map(texts).set('translation.yaml', start);
      for (const { construct, study, entry } of series) {
        const review = reviewFrom(texts);
        const made = setCell(review, review.constructById.get(construct)!, review.studyById.get(study)!, entry, path =>
          texts.get(path),
        );
        if (!made.ok) throw new Error(made.reason);
        const after = withCreated(texts, made.value);
        const before = cellsOf(texts);
        for (const [key, is] of cellsOf(after)) {
          const was = before.get(key)!;
          if (key !== `${construct} ${study}`) {
            expect(is).toEqual(was);
            continue;
          }
          const wanted = entry.themes?.map(({ name, wording }) => ({ name, wording: wording || undefined }));
          expect(is).toEqual({
            themes: wanted ?? was.themes,
            relation: entry.relation ?? was.relation,
            note: entry.note ?? was.note,
          });
        }
        const [old, now] = [texts.get('translation.yaml') ?? '', after.get('translation.yaml') ?? ''];
        const kept = others(old);
        const left = others(now);
        for (const line of kept) expect(left).toContain(line);
        const back = invert(made.value, path => texts.get(path));
        if (back) expect(applied(after, back).get('translation.yaml') ?? '').toBe(old);
        texts = after;
      }
    }),
    { numRuns: Number(process.env.METASYNTH_RUNS ?? 60) },
  );
});

test('the open cells of a study are added once, and say that they are to do', () => {
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.constantFrom(...studies), (start, study) => {
      const { texts: written } = exampleOf(base);
      const texts = start === '' ? written : new Map(written).set('translation.yaml', start);
      const review = reviewFrom(texts);
      const made = addOpenCells(review, review.studyById.get(study)!, path => texts.get(path));
      if (!made.ok) throw new Error(made.reason);
      const after = withCreated(texts, made.value);
      const before = cellsOf(texts);
      for (const [key, is] of cellsOf(after)) {
        const was = before.get(key)!;
        const open = was.relation === '' && was.themes.length === 0 && was.note === '';
        if (open && key.endsWith(` ${study}`)) expect(is.relation).toBe('to do');
        else expect(is).toEqual(was);
      }
      const again = reviewFrom(after);
      const twice = addOpenCells(again, again.studyById.get(study)!, path => after.get(path));
      expect(twice.ok && twice.value.edits.length + twice.value.created.length).toBe(0);
    }),
  );
});
