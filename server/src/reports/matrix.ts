import * as l10n from '@vscode/l10n';
import { drawMatrix, type Matrix, type MatrixLine } from '../figures/matrix.js';
import type { Review, Study, Theme } from '../review/model.js';
import { listWords } from '../text/words.js';
import { type MatrixOrder, matrixOrder, type ThemeGroup } from './matrix-order.js';
import { inParts, partName } from './parts.js';
import type { ReportKind } from './report-kind.js';
import { captioned, emphasis, type Figure, figure, paragraph, type Report, report, table } from './tree.js';

/** Larger ones are drawn in parts, each of which fits a page. */
const inFigure = { rows: 80, columns: 60 };
/** A review with more parts than these is not drawn: nobody would look them through. */
const mostFigures = 12;
/** Narrower tables show a mark in each cell; wider ones list each theme's studies by name. */
const widestTable = 12;

export const matrixKind: ReportKind = {
  name: 'matrix',
  command: 'matrix',
  summary: 'which study carries which theme',
  title: review => review.settings.title?.value ?? l10n.t('Themes and studies'),
  make: matrixReport,
  data: matrixData,
  grid: review => {
    const { groups, studies } = matrixOrder(review);
    const themes = groups.flatMap(group => group.themes);
    return {
      header: [l10n.t('Key'), l10n.t('Study'), ...themes.map(theme => theme.label)],
      rows: studies.map(study => [
        study.facts.key,
        study.name,
        ...themes.map(theme => (theme.carriers.has(study) ? 1 : 0)),
      ]),
    };
  },
  figures: review => matrixFigures(review, matrixOrder(review)),
};

function matrixReport(review: Review): Report {
  const order = matrixOrder(review);
  const themes = order.groups.flatMap(group => group.themes);
  if (themes.length === 0 || order.studies.length === 0) {
    return report([paragraph(emphasis(l10n.t('There are no themes and studies to show yet.')))]);
  }
  const figures = matrixFigures(review, order);
  const caption = l10n.t('Themes and the studies that carry them');
  const notes = figures.length === 0 ? [paragraph(l10n.t('There are too many of them for a figure.'))] : [];
  return report([
    ...figures.map((each, at) =>
      captioned(figures.length === 1 ? caption : partCaption(caption, at, figures.length), each),
    ),
    captioned(l10n.t('Studies by theme'), tableOf(order, themes), { notes }),
  ]);
}

function partCaption(caption: string, part: number, parts: number): string {
  return l10n.t('{0} (part {1} of {2})', caption, part + 1, parts);
}

function tableOf(order: MatrixOrder, themes: readonly Theme[]) {
  const labelled = order.groups.flatMap(group => group.themes.map(theme => ({ theme, group: labelOf(group) })));
  if (themes.length <= widestTable) {
    return table(
      [l10n.t('Study'), ...themes.map(theme => theme.label), l10n.t('Themes')],
      order.studies.map(study => [
        study.name,
        ...themes.map(theme => (theme.carriers.has(study) ? '•' : '')),
        String(themes.filter(theme => theme.carriers.has(study)).length),
      ]),
    );
  }
  if (order.studies.length <= widestTable) {
    return table(
      [l10n.t('Theme'), l10n.t('Construct'), ...order.studies.map(study => study.name), l10n.t('Studies')],
      labelled.map(({ theme, group }) => [
        theme.label,
        group,
        ...order.studies.map(study => (theme.carriers.has(study) ? '•' : '')),
        String(theme.studies.length),
      ]),
    );
  }
  return table(
    [l10n.t('Theme'), l10n.t('Construct'), l10n.t('Studies'), l10n.t('Which')],
    labelled.map(({ theme, group }) => [
      theme.label,
      group,
      String(theme.studies.length),
      listWords(theme.studies.map(study => study.name)),
    ]),
  );
}

function labelOf({ constructs }: ThemeGroup): string {
  if (constructs.length === 0) return l10n.t('Part of no construct');
  return constructs.map(construct => construct.label).join(' + ');
}

function matrixData(review: Review): unknown {
  const { groups, studies } = matrixOrder(review);
  const names = new Map(review.themes.map(theme => [theme.id, theme.facts.name]));
  return {
    title: matrixKind.title(review),
    groups: groups.map(group => ({
      label: labelOf(group),
      constructs: group.constructs.map(construct => construct.facts.name),
      themes: group.themes.map(theme => ({
        id: theme.facts.name,
        label: theme.label,
        studies: theme.studies.map(study => study.facts.key),
      })),
    })),
    studies: studies.map(study => ({
      key: study.facts.key,
      name: study.name,
      themes: study.themes.flatMap(id => names.get(id) ?? []),
    })),
  };
}

/** With more themes than studies a theme is a row, so that its name reads along; otherwise a study is. */
function matrixFigures(review: Review, { groups, studies }: MatrixOrder): Figure[] {
  const themes = groups.flatMap(({ themes: members }, group) => members.map(theme => ({ theme, group })));
  if (themes.length === 0 || studies.length === 0) return [];
  const themeRows = themes.length > studies.length;
  const [rowCount, columnCount] = themeRows ? [themes.length, studies.length] : [studies.length, themes.length];
  const parts = Math.ceil(rowCount / inFigure.rows) * Math.ceil(columnCount / inFigure.columns);
  if (parts > mostFigures) return [];
  const known = new Set(themes.map(({ theme }) => theme.id));
  const themeLine = ({ theme, group }: (typeof themes)[number]): MatrixLine => ({
    label: theme.label,
    count: theme.studies.length,
    group,
  });
  const studyLine = (study: Study): MatrixLine => ({
    label: study.name,
    count: study.themes.filter(id => known.has(id)).length,
  });
  const title = l10n.t('Themes and the studies that carry them');
  const common = { title, groups: groups.map(labelOf), description: describe(review, groups) };
  const matrices: Matrix[] = themeRows
    ? inParts(themes, inFigure.rows).flatMap(rows =>
        inParts(studies, inFigure.columns).map(columns => ({
          ...common,
          rows: rows.map(themeLine),
          columns: columns.map(studyLine),
          marks: rows.map(({ theme }) => columns.map(study => theme.carriers.has(study))),
        })),
      )
    : inParts(studies, inFigure.rows).flatMap(rows =>
        inParts(themes, inFigure.columns).map(columns => ({
          ...common,
          rows: rows.map(studyLine),
          columns: columns.map(themeLine),
          marks: rows.map(study => columns.map(({ theme }) => theme.carriers.has(study))),
        })),
      );
  return matrices.map((matrix, at) => figure(partName('matrix', at), title, drawMatrix(matrix)));
}

function describe(review: Review, groups: readonly ThemeGroup[]): string {
  const themes = groups
    .map(
      group => `${labelOf(group)}: ${group.themes.map(theme => `${theme.label} ${theme.studies.length}`).join(', ')}.`,
    )
    .join(' ');
  return `${l10n.t('Number of the {0} studies that carry each theme.', review.studies.length)} ${themes}`;
}
