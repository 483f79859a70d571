import { type Draft, type Line, misspelt } from './draft.js';
import type { Kind } from './kind.js';

const path = 'synthesis.md';
const bibliography = 'references.bib';

/** Changes a sentence that cites at least three studies and says nothing of their number. */
function inSentence(name: string, code: string, change: (draft: Draft, line: Line) => void): Kind {
  return {
    name,
    plant: draft => {
      const all = draft.all(path, /^(?!\d).*\[@[^;]+; @[^;]+; @[^;]+\]\.$/);
      const line = draft.one(
        all,
        each => each.text,
        () => true,
      );
      if (!line) return undefined;
      change(draft, line);
      draft.claim(line.text);
      return [{ code, path, line }];
    },
  };
}

/** A heading and what stands below it, once and at the very end. */
function atEnd(name: string, code: string, ...lines: [string, ...string[]]): Kind {
  return {
    name,
    plant: draft => {
      if (!draft.claim(name)) return undefined;
      draft.append(path, '', `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`, '');
      return [{ code, path, line: draft.append(path, ...lines) }];
    },
  };
}

const knownKeys = (draft: Draft): ReadonlySet<string> =>
  new Set([...draft.plan.studies, ...draft.plan.background].map(each => each.key));

/** A heading of the manuscript by its number among those of challenges. */
function headingName(draft: Draft, heading: Line | undefined): string {
  return `heading ${heading ? draft.all(path, /^### (?:Challenges|Chal)/).indexOf(heading) : -1}`;
}

export const inManuscript: readonly Kind[] = [
  inSentence('a misspelt citation', 'citation.unknown', (draft, line) => {
    line.text = line.text.replace(/(?<=@)[a-z]+\d+[a-z]?/, key => misspelt(key, knownKeys(draft)));
  }),
  inSentence('evidence from a work that is not included', 'citation.not-included', (draft, line) => {
    let key = 'outsider2001';
    while (!draft.claim(`work ${key}`)) key = `${key}x`;
    line.text = line.text.replace('].', `; @${key}].`);
    draft.append(
      bibliography,
      '',
      `@book{${key},`,
      '  author = {Outsider, Ona},',
      '  title = {From elsewhere},',
      '  year = {2001}',
      '}',
    );
  }),
  inSentence('a citation that has lost its sign', 'citation.without-at', (_, line) => {
    line.text = line.text.replace('; @', '; ');
  }),
  inSentence('an item of a standard that there is not', 'reporting.unknown-item', (_, line) => {
    line.text += ' <!-- reports: entreq 22 -->';
  }),
  {
    name: 'a challenge that the argument passes over',
    hushed: true,
    plant: draft => {
      const lines = draft.lines(path);
      const under = lines.filter(
        (_, index) => lines.slice(0, index).findLast(({ text }) => /^#/.test(text))?.text === '### Challenges',
      );
      const line = draft.one(
        under,
        ({ text }) => `sentence ${text}`,
        ({ text }) => /^\p{Lu}[^@<]*\[@[^\]]*\]\.$/u.test(text),
      );
      if (!line) return undefined;
      // Under a heading that means nothing it would be no challenge.
      const heading = lines.slice(0, lines.indexOf(line)).findLast(({ text }) => /^#/.test(text));
      draft.claim(headingName(draft, heading));
      line.text += ' <!-- finding: passed-over -->';
      return [{ code: 'argument.challenge-unanswered', path, line }];
    },
  },
  {
    name: 'a misspelt heading of an aspect',
    plant: draft => {
      const line = draft.one(
        draft.all(path, /^### Challenges$/),
        each => headingName(draft, each),
        () => true,
      );
      if (!line) return undefined;
      line.text = '### Chalenges';
      return [{ code: 'aspect.unknown', path, line }];
    },
  },
  {
    ...atEnd('a number that has gone stale', 'number.disagrees', 'We read 3<!-- = studies --> studies.'),
    hushed: true,
  },
  {
    ...atEnd(
      'a number with two meanings',
      'number.one-reading',
      'No fewer than 0<!-- = studies where participants > 99999 | = studies --> had so many.',
    ),
    hushed: true,
  },
  {
    ...atEnd('another number of included studies', 'number.included', 'All 3 included studies were made by people.'),
    hushed: true,
  },
  atEnd('a share that cannot be', 'number.impossible-share', 'Of the 45 respondents, 88 % said so.'),
  {
    ...inSentence('a number that its citations do not bear out', 'number.citations', (_, line) => {
      line.text = `In 99 of the studies, it is like this: ${line.text}`;
    }),
    hushed: true,
  },
  atEnd(
    'a sum that does not come out',
    'number.sum',
    'The databases gave 1,520 records and hand searching 8, which makes 1,530.',
  ),
  {
    ...inSentence('a word for a share that is another', 'number.quantifier', (_, line) => {
      line.text = line.text.replace(/^.*(?=\[@)/, 'All of the studies have it ');
    }),
    hushed: true,
  },
  {
    ...inSentence('one voice with several studies', 'number.single-voice', (_, line) => {
      line.text = line.text.replace(/^.*(?=\[@)/, 'One participant told of it ');
    }),
    hushed: true,
  },
  atEnd('a definition that cannot be followed', 'number.unclear', 'We read 3<!-- = studis --> studies.'),
  atEnd('a definition without a number', 'number.missing', 'We read many <!-- = studies --> studies.'),
  atEnd('a block that is still empty', 'block.stale', '<!-- metasynth:outline -->', '<!-- /metasynth:outline -->'),
  atEnd('a block that no report fills', 'block.unknown', '<!-- metasynth:outlook -->', '<!-- /metasynth:outlook -->'),
  atEnd('a block without an end', 'block.unclosed', '<!-- metasynth:synthesis-table -->'),
];
