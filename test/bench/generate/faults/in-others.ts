import { type Draft, type Line, pathOf } from './draft.js';
import { headLine } from './in-studies.js';
import type { Kind } from './kind.js';

const settings = 'metasynth.yaml';
const bibliography = 'references.bib';

/** A fault of the settings, which are there once. */
function inSettings(name: string, code: string, change: (draft: Draft) => Line): Kind {
  return {
    name,
    plant: draft => (draft.claim(name) ? [{ code, path: settings, line: change(draft) }] : undefined),
  };
}

function below(pattern: RegExp, text: string): (draft: Draft) => Line {
  return draft => draft.insert(settings, 'below', draft.find(settings, pattern), text);
}

export const inSettingsFile: readonly Kind[] = [
  inSettings('a word that the status does not have', 'field.type', draft => {
    const line = draft.find(settings, /^status:/);
    line.text = 'status: finl';
    return line;
  }),
  inSettings('a file that is not there', 'review.file-missing', below(/^ {2}- references\.bib$/, '  - more.bib')),
  inSettings('a path out of the review', 'review.path-outside', below(/^ {2}- references\.bib$/, '  - ../library.bib')),
  inSettings('a misspelt column', 'table.unknown-column', below(/^ {4}- country$/, '    - contry')),
  inSettings(
    'a criterion that cannot be followed',
    'eligibility.unclear',
    below(/^ {4}filter: NOT design:review$/, '  - {says: Was made by people, filter: desing:qualitative}'),
  ),
  inSettings('boxes that do not add up', 'flow.disagrees', draft => {
    const line = draft.find(settings, /^ {2}dbr-notretrieved-reports:/);
    line.text = `  dbr-notretrieved-reports: ${Number(/\d+/.exec(line.text)![0]) + 1}`;
    return draft.find(settings, /^ {2}dbr-assessed:/);
  }),
  {
    ...inSettings('a box that says another number of studies', 'flow.studies', draft => {
      const line = draft.find(settings, /^ {2}new-studies:/);
      line.text = `  new-studies: ${Number(/\d+/.exec(line.text)![0]) - 1}`;
      return line;
    }),
    hushed: true,
  },
  inSettings('a background work that is not there', 'citation.unknown', below(/^background:$/, '  - gofmann1963')),
];

/** The lines of the entry of a work. */
function entryOf(draft: Draft, key: string): Line[] {
  const lines = draft.lines(bibliography);
  const from = lines.findIndex(line => line.text === `@article{${key},`);
  const count = lines.slice(from).findIndex(line => line.text === '}') + 1;
  return lines.slice(from, from + count);
}

/** A work that nobody knows, added at the end. */
function added(name: string, code: string, key: string, hushed = false): Kind {
  return {
    name,
    hushed,
    plant: draft => {
      if (!draft.claim(name)) return undefined;
      draft.append(bibliography, '');
      const line = draft.append(
        bibliography,
        `@book{${key}`,
        '  author = {Stray, Sam},',
        '  title = {A book},',
        '  year = {1999}',
        '}',
      );
      return [{ code, path: bibliography, line }];
    },
  };
}

export const inBibliography: readonly Kind[] = [
  {
    name: 'an included study that the bibliography does not have',
    plant: draft => {
      const study = draft.study();
      if (!study) return undefined;
      draft.remove(bibliography, ...entryOf(draft, study.key));
      const path = pathOf(study);
      return [{ code: 'study.not-in-bibliography', path, line: headLine(draft, path) }];
    },
  },
  {
    name: 'a work twice',
    plant: draft => {
      const study = draft.study();
      if (!study) return undefined;
      const texts = entryOf(draft, study.key).map(line => line.text);
      draft.append(bibliography, '');
      return [{ code: 'bibliography.duplicate-key', path: bibliography, line: draft.append(bibliography, ...texts) }];
    },
  },
  {
    name: 'a comma missing in a work',
    plant: draft => {
      const study = draft.study();
      if (!study) return undefined;
      const lines = entryOf(draft, study.key);
      const at = lines.findIndex(line => line.text.startsWith('  journal'));
      const [before, line] = [lines[at], lines[at + 1]];
      if (!before || !line) throw new Error(`${study.key} has no journal.`);
      before.text = before.text.replace(/,$/, '');
      return [{ code: 'bibliography.unreadable', path: bibliography, line }];
    },
  },
  added('a work without a key', 'bibliography.no-key', ''),
  added('a work that nothing uses', 'bibliography.unused', 'stray1999,', true),
];
