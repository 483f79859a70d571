import * as l10n from '@vscode/l10n';
import type { BlockContent } from 'mdast';
import type { Review } from '../review/model.js';
import type { ReadingManner } from '../review/reading-order.js';
import { type CellTheme, type PlacedCell, type Translation, translationOf } from '../review/translation.js';
import type { Relation } from '../syntax/facts.js';
import type { Grid, ReportKind } from './report-kind.js';
import { bullets, captioned, emphasis, paragraph, type Report, report, strong, table } from './tree.js';

/** With more studies than this the table is turned round: a page has room for many rows, and for few columns. */
const mostColumns = 6;

/** With more columns than this it wants a page on its side. */
const mostUpright = 4;

export const translationKind: ReportKind = {
  name: 'translation',
  command: 'translation',
  summary: 'the translation table of a meta-ethnography',
  title: review => review.settings.title?.value ?? l10n.t('Translation of the studies into one another'),
  make: review => translationReport(review),
  data: translationData,
  grid: translationGrid,
};

/** The table as data: what stands in each cell, without the layout. What nobody has said is null. */
function translationData(review: Review): unknown {
  const { order, rows, constructs, compared, cells, source } = translationOf(review);
  return {
    title: translationKind.title(review),
    readingOrder: order.manner,
    studies: order.studies.map(({ facts, name, year }) => ({ key: facts.key, name, year: year ?? null })),
    howCompared: source?.facts.compared ?? [],
    compared,
    cells,
    constructs: constructs.map(({ facts, label }, at) => ({
      id: facts.name,
      label,
      cells: rows[at]!.map(cell => ({
        study: cell.study.facts.key,
        state: cell.state,
        relation: cell.relation ?? null,
        themes: cell.themes.map(({ name, label, wording }) => ({ name, label, wording: wording ?? null })),
        note: cell.note ?? null,
      })),
    })),
  };
}

function translationReport(review: Review): Report {
  const translation = translationOf(review);
  if (translation.cells === 0) {
    return report([
      paragraph(
        emphasis(
          l10n.t(
            'There is nothing to translate yet: the table needs constructs in the codebook, and included studies.',
          ),
        ),
      ),
    ]);
  }
  const notes = new NoteNumbers(translation);
  const { header, rows } = laidOut(translation, cell => [wordsOf(cell), notes.sign(cell)].filter(Boolean).join(' '));
  const { source, compared, cells } = translation;
  const told = source?.facts.compared ?? [];
  return report([
    ...told.map(words => paragraph(strong(l10n.t('What was compared:')), ' ', words)),
    captioned(l10n.t('Translation of the studies into one another'), table(header, rows), {
      notes: [
        paragraph(`${l10n.t('{0} of {1} cells compared.', compared, cells)} ${orderWords(translation.order.manner)}`),
        paragraph(legend(translation)),
      ],
      wide: header.length - 1 > mostUpright,
    }),
    ...notes.blocks(),
  ]);
}

/** The same as rows for a spreadsheet; a note stands in its cell there. */
function translationGrid(review: Review): Grid {
  return laidOut(translationOf(review), cell => [wordsOf(cell), cell.note ?? ''].filter(Boolean).join('. '));
}

/** Constructs as rows and studies as columns, or the other way round where there are many studies. */
function laidOut(
  { order, constructs, rows }: Translation,
  words: (cell: PlacedCell) => string,
): { readonly header: string[]; readonly rows: string[][] } {
  const { studies } = order;
  if (studies.length <= mostColumns) {
    return {
      header: [l10n.t('Construct'), ...studies.map(study => study.name)],
      rows: constructs.map((construct, at) => [construct.label, ...rows[at]!.map(words)]),
    };
  }
  return {
    header: [l10n.t('Study'), ...constructs.map(construct => construct.label)],
    rows: studies.map((study, column) => [study.name, ...rows.map(row => words(row[column]!))]),
  };
}

/** *Reciprocal: losing to the salt; reading the wind.* Of a cell that nobody has compared it says so. */
export function wordsOf(cell: PlacedCell): string {
  const themes = cell.themes.map(wordingOf).join('; ');
  const said = cell.state === 'open' ? l10n.t('not yet compared') : relationWord(cell.relation!);
  return themes === '' ? said : `${said}: ${themes}`;
}

/** The authors' wording of a theme where they give one, else its label. */
export function wordingOf({ wording, label }: CellTheme): string {
  return wording ?? label;
}

/** How a study stands to a construct, as a table says it. */
export function relationWord(relation: Relation): string {
  switch (relation) {
    case 'reciprocal':
      return l10n.t('reciprocal');
    case 'refutational':
      return l10n.t('refutational');
    case 'line-of-argument':
      return l10n.t('line of argument');
    case 'absent':
      return l10n.t('absent');
    case 'unclear':
      return l10n.t('unclear');
    case 'to do':
      return l10n.t('to do');
  }
}

function meaningOf(relation: Relation): string {
  switch (relation) {
    case 'reciprocal':
      return l10n.t('the study says the same in other words');
    case 'refutational':
      return l10n.t('the study contradicts it');
    case 'line-of-argument':
      return l10n.t('the study adds a part of a whole that none of them shows alone');
    case 'absent':
      return l10n.t('the reviewers looked, and the study is silent on it');
    case 'unclear':
      return l10n.t('the study says something, but not how it stands to it');
    case 'to do':
      return l10n.t('put down to be compared');
  }
}

const relationsInOrder = ['reciprocal', 'refutational', 'line-of-argument', 'absent', 'unclear', 'to do'] as const;

/** Explains the words that stand in the table, and no others. */
function legend({ rows }: Translation): string {
  const cells = rows.flat();
  const used = relationsInOrder.filter(relation => cells.some(cell => cell.relation === relation));
  const points = used.map(relation => `${relationWord(relation)}: ${meaningOf(relation)}`);
  if (cells.some(cell => cell.state === 'open')) {
    points.push(
      l10n.t('not yet compared: nobody has said how the study stands to it, which is not the same as absent'),
    );
  }
  return `${points.join('; ')}.`;
}

function orderWords(manner: ReadingManner): string {
  switch (manner) {
    case 'listed':
      return l10n.t('Studies are in the order in which they were read.');
    case 'alphabetical':
      return l10n.t('Studies are in the order of the alphabet.');
    case 'chronological':
      return l10n.t('Studies are in the order of their years.');
    case 'index':
      return l10n.t('The index paper comes first, then the others in the order of their years.');
    case 'table':
      return l10n.t('Studies are in the order of the synthesis table, as no order of reading is given.');
  }
}

/** The notes of the cells, numbered in the order in which the table is read: construct by construct. */
class NoteNumbers {
  private readonly cells: readonly PlacedCell[];

  constructor({ rows }: Translation) {
    this.cells = rows.flat().filter(cell => cell.note !== undefined);
  }

  sign(cell: PlacedCell): string {
    const at = this.cells.indexOf(cell);
    return at < 0 ? '' : l10n.t('(note {0})', at + 1);
  }

  blocks(): BlockContent[] {
    if (this.cells.length === 0) return [];
    const points = this.cells.map(({ construct, study, note }, at) => [
      paragraph(strong(l10n.t('Note {0}', at + 1)), `, ${construct.label}, ${study.name}: `, note ?? ''),
    ]);
    return [paragraph(strong(l10n.t('Notes'))), bullets(points)];
  }
}
