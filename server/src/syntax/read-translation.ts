import { Lines } from '../text/lines.js';
import { relations } from './definitions/translation.js';
import { knownKeys, validate } from './definitions/validate.js';
import type { Chunk, Relation, TranslationCell } from './facts.js';
import { kept, Notes } from './notes.js';
import { themeNames } from './theme-names.js';
import { asList, entry } from './yaml/access.js';
import type { Located, LocatedMap } from './yaml/located.js';
import { readYaml } from './yaml/read.js';

/** Reads the translation of the studies into one another. */
export function readTranslation(text: string): Chunk {
  const notes = new Notes(new Lines(text), 0, 0);
  const { root, problems } = readYaml(text, { knownKeys: knownKeys('translation') });
  notes.take(problems);
  notes.take(validate(root, 'translation'));
  const value = (name: string): Located | undefined => (root?.kind === 'map' ? entry(root, name)?.value : undefined);
  const cells = value('cells');
  const order = value('reading-order');
  const indexStudy = order?.kind === 'map' ? notes.told(entry(order, 'index')?.value) : undefined;
  const cellsEntry = root?.kind === 'map' ? entry(root, 'cells') : undefined;
  return notes.chunk({
    kind: 'translation',
    cellsAt: notes.place(cellsEntry?.keyAt ?? [0, 0]),
    readingOrder: order?.kind === 'map' ? [] : notes.toldList(order),
    ...(indexStudy && { indexStudy }),
    compared: notes.toldList(value('compared')).map(told => told.value),
    cells: (cells ? asList(cells) : []).flatMap(cell => (cell.kind === 'map' ? (readCell(cell, notes) ?? []) : [])),
  });
}

/** A cell without a construct or a study is none; what is missing is told by the definition of the format. */
function readCell(cell: LocatedMap, notes: Notes): TranslationCell | undefined {
  const [construct] = notes.names('construct', 'names', entry(cell, 'construct')?.value);
  const [study] = notes.names('study', 'rates', entry(cell, 'study')?.value);
  const themes = themeNames(entry(cell, 'themes')?.value, notes).map(({ id: _, ...theme }) => theme);
  const note = notes.told(entry(cell, 'note')?.value)?.value;
  const relation = notes.told(entry(cell, 'relation')?.value);
  if (!construct || !study) return undefined;
  return {
    construct,
    study,
    themes,
    relation: relationOf(relation?.value),
    ...(relation && { relationAt: relation.at }),
    ...(note !== undefined && { note: kept(note) }),
    at: notes.place(cell.at),
  };
}

function relationOf(word: string | undefined): Relation | undefined {
  const folded = word?.trim().toLowerCase();
  return relations.find(each => each === folded || each.replace(/-/g, ' ') === folded);
}
