import * as l10n from '@vscode/l10n';
import type { CellChange, Repair } from '../review/counting/repair.js';
import type { Review, Site, Study } from '../review/model.js';
import { foldValue } from '../syntax/filters/filter.js';
import { namesOf } from './names-of.js';
import type { Notice } from './rule.js';

/** As many alternatives are told of. */
const mostWays = 2;
/** As many studies are named. */
const mostNames = 4;
/** As many values are named; beyond them the group is, if they all belong to one. */
const mostValues = 3;

/**
 * How numbers that disagree together could be mended together, each way with the cell of the first study that it could be. It says
 * what would make them true, never that the cell is wrong.
 */
export function repairPlaces(repair: Repair, review: Review): Required<Pick<Notice, 'related' | 'about'>> {
  const ways = waysOf(repair).slice(0, mostWays);
  return {
    related: ways.map(changes => ({
      site: cellSite(changes[0]!.studies[0]!, repair.column),
      message: repairWords(repair, changes, review),
    })),
    about: ways.flatMap(changes =>
      changes.flatMap(({ studies }) => studies.slice(0, mostNames).map(({ id }) => ({ kind: 'study' as const, id }))),
    ),
  };
}

/** The ways of mending numbers together: changes of one cell are one each, those of several cells are one together. */
export function waysOf({ cells, changes }: Repair): readonly (readonly CellChange[])[] {
  return cells === 1 ? changes.map(each => [each]) : [changes];
}

/** One way of mending numbers together, in words: what would stand in which studies instead, and what it would make true. */
export function repairWords({ column, numbers }: Repair, changes: readonly CellChange[], review: Review): string {
  const parts = changes.map(change => changeWords(column, change, review));
  return l10n.t('All {0} numbers here would be true with {1}.', numbers, parts.join(l10n.t(', and with ')));
}

function changeWords(column: string, { from, to, studies }: CellChange, review: Review): string {
  const now = cellWords(from);
  const then = valueWords(column, to, review);
  const names = namesOf(studies, mostNames);
  if (studies.length === 1) {
    return now === ''
      ? l10n.t('{0} under {1} in {2}', then, column, names)
      : l10n.t('{0} instead of {1} under {2} in {3}', then, now, column, names);
  }
  return now === ''
    ? l10n.t('{0} under {1} in any one of {2} studies ({3})', then, column, studies.length, names)
    : l10n.t('{0} instead of {1} under {2} in any one of {3} studies ({4})', then, now, column, studies.length, names);
}

function cellSite({ file, chunk, facts }: Study, column: string): Site {
  return { file, chunk, at: facts.fields.find(field => field.name === column)?.at ?? facts.keyAt };
}

/** What a cell says; a list as it is written. */
function cellWords(items: readonly string[]): string {
  return items.length > 1 ? `[${items.join(', ')}]` : (items[0] ?? '');
}

/** What cells could say: a few values, or the group that they all belong to. */
function valueWords(column: string, cells: CellChange['to'], review: Review): string {
  const shown = cells.slice(0, mostValues).map(cellWords);
  if (cells.length === 1) return shown[0]!;
  if (cells.length <= mostValues) return l10n.t('{0} or {1}', shown.slice(0, -1).join(', '), shown.at(-1)!);
  const group = review.settings.groups.find(({ fields }) => {
    const [only] = fields;
    if (fields.length !== 1 || only?.name !== column) return false;
    const values = new Set(only.values.map(each => foldValue(each.value)));
    return cells.every(items => items.length === 1 && values.has(foldValue(items[0]!)));
  });
  return group ? l10n.t('a value of the group {0}', group.name) : `${shown.join(', ')}, …`;
}
