import * as l10n from '@vscode/l10n';
import { drawBars } from '../figures/appraisal-bars.js';
import type { AppraisalDrawn } from '../figures/appraisal-data.js';
import { drawLights } from '../figures/appraisal-lights.js';
import { drawColumns } from '../figures/columns.js';
import { bandOf } from '../review/appraisal.js';
import { missingName } from '../review/characteristics.js';
import type { Review, Study } from '../review/model.js';
import type { Checklist } from '../standards/checklist.js';
import { inParts, partName } from './parts.js';
import type { Grid, ReportKind } from './report-kind.js';
import { captioned, type Figure, figure, paragraph, report, table } from './tree.js';

/** More studies than these are drawn in several figures, each of which fits a page. */
const studiesInFigure = 60;

export const appraisalKind: ReportKind = {
  name: 'appraisal',
  command: 'appraisal',
  summary: 'the appraisal of the studies, item by item',
  title: review => review.settings.title?.value ?? l10n.t('Appraisal of the studies'),
  make: review => {
    const { header, rows } = appraisalTable(review);
    const figures = appraisalFigures(review);
    return report([
      captioned(l10n.t('Appraisal of the included studies'), table(header, rows), {
        notes: notes(review).map(words => paragraph(words)),
        wide: hasItems(review),
      }),
      ...figures.map(each => captioned(each.alt, each)),
    ]);
  },
  data: appraisalData,
  grid: appraisalTable,
  figures: appraisalFigures,
};

/** Whether any study has a settled answer to an item. */
function hasItems(review: Review): boolean {
  return review.checklist !== undefined && review.studies.some(({ appraisal }) => appraisal.agreed.size > 0);
}

function hasTotals(review: Review): boolean {
  return review.studies.some(study => study.total !== undefined || study.facts.total !== undefined);
}

/** The settled answers, a study a row. A study with a total alone is shown as that: its items are not reported. */
function appraisalTable(review: Review): Grid & { readonly rows: readonly string[][] } {
  const { settings, checklist } = review;
  const items = hasItems(review) ? (checklist?.items ?? []) : [];
  const totals = hasTotals(review);
  const bands = totals && settings.bands.length > 0;
  const missing = settings.missing['not reported'];
  return {
    header: [
      l10n.t('Study'),
      ...(items.length > 0 ? items.map(({ number }) => String(number)) : [l10n.t('Items')]),
      ...(totals ? [l10n.t('Total')] : []),
      ...(bands ? [l10n.t('Band')] : []),
    ],
    rows: review.studies.map(study => [
      study.name,
      ...(items.length > 0
        ? items.map(({ number }) => {
            const answer = study.appraisal.agreed.get(String(number));
            return answer === undefined ? withoutAnswer(study, review) : letterOf(answer, checklist);
          })
        : [withoutAnswer(study, review)]),
      ...(totals ? [totalOf(study, review)] : []),
      ...(bands ? [bandOf(study.total, settings.bands) ?? missing] : []),
    ]),
  };
}

/** Raters have begun and are not done, or differ; or nothing is told. */
function withoutAnswer({ appraisal }: Study, { settings }: Review): string {
  const begun = appraisal.raters.length > 0 || appraisal.consensus !== undefined;
  return settings.missing[begun ? 'to do' : 'not reported'];
}

function totalOf(study: Study, review: Review): string {
  if (study.total !== undefined) return String(study.total);
  const stated = study.facts.total?.value;
  const missing = stated === undefined ? undefined : missingName(stated);
  if (missing) return review.settings.missing[missing];
  return stated ?? withoutAnswer(study, review);
}

const letters: Readonly<Record<string, string>> = {
  yes: 'Y',
  no: 'N',
  'cant-tell': 'CT',
  unclear: 'U',
  'not-applicable': 'NA',
};

function letterOf(answer: string, checklist: Checklist | undefined): string {
  const letter = Object.hasOwn(letters, answer) ? letters[answer] : undefined;
  return letter ?? labelOf(answer, checklist);
}

function labelOf(answer: string, checklist: Checklist | undefined): string {
  return checklist?.answers.find(({ id }) => id === answer)?.label ?? answer;
}

/** What a reader of the table has to know: the checklist, its items, what the letters mean, how totals are made. */
function notes(review: Review): string[] {
  const { checklist, settings } = review;
  const items = hasItems(review);
  return [
    ...(checklist ? [l10n.t('{0}, {1}.', checklist.title, checklist.version)] : []),
    ...(checklist && items
      ? [
          `${checklist.items.map(({ number, label }) => `${number} ${label}`).join('; ')}.`,
          `${checklist.answers.map(({ id, label }) => `${letterOf(id, checklist)} ${label.toLowerCase()}`).join('; ')}.`,
        ]
      : [l10n.t('Answers to the items are not reported.')]),
    ...(hasTotals(review) ? totalNote(settings.scoring.value) : []),
  ];
}

function totalNote(scoring: string): string[] {
  switch (scoring) {
    case 'as-reported':
      return [l10n.t('Totals as reported; how they were made is not known.')];
    case 'sum-of-yes':
      return [l10n.t('Total: the number of answers yes.')];
    case 'half-for-cant-tell':
      return [l10n.t("Total: one for yes, a half for can't tell.")];
    case 'zero-to-twenty':
      return [l10n.t("Total: two for yes, one for can't tell.")];
    default:
      return [];
  }
}

function appraisalData(review: Review): unknown {
  const { checklist, settings } = review;
  return {
    title: appraisalKind.title(review),
    checklist: checklist ? { id: checklist.id, title: checklist.title, version: checklist.version } : null,
    scoring: settings.scoring.value,
    items: (checklist?.items ?? []).map(({ number, label }) => ({ number, label })),
    studies: review.studies.map(study => ({
      key: study.facts.key,
      name: study.name,
      answers: Object.fromEntries(
        (checklist?.items ?? []).map(({ number }) => [number, study.appraisal.agreed.get(String(number)) ?? null]),
      ),
      complete: study.appraisal.complete,
      total: study.total ?? null,
      band: bandOf(study.total, settings.bands) ?? null,
    })),
  };
}

function appraisalFigures(review: Review): Figure[] {
  const { checklist } = review;
  if (!checklist || !hasItems(review)) return totalsFigure(review);
  const totals = hasTotals(review);
  const drawn = (studies: readonly Study[]): AppraisalDrawn => ({
    title: l10n.t('Appraisal of the included studies'),
    items: checklist.items,
    answers: fromYesToNo(checklist),
    studies: studies.map(study => ({
      name: study.name,
      answers: checklist.items.map(({ number }) => study.appraisal.agreed.get(String(number)) ?? null),
      total: totals ? totalOf(study, review) : '',
    })),
  });
  const pages = inParts(review.studies, studiesInFigure);
  return [
    ...pages.map((studies, at) =>
      figure(partName('appraisal', at), l10n.t('Appraisal of each study, item by item'), drawLights(drawn(studies))),
    ),
    figure('appraisal-bars', l10n.t('Appraisal of all studies, item by item'), drawBars(drawn(review.studies))),
  ];
}

/** The checklist's answers from good to bad, in which order bars read best; a review's own come behind. */
function fromYesToNo({ answers }: Checklist): Checklist['answers'] {
  const order = ['yes', 'cant-tell', 'unclear', 'no'];
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...answers].sort((a, b) => rank(a.id) - rank(b.id));
}

/** Totals alone, as a source reports them: how many studies have each. */
function totalsFigure(review: Review): Figure[] {
  const totals = review.studies.flatMap(({ total }) => total ?? []);
  const [least, most] = [Math.min(...totals), Math.max(...totals)];
  if (totals.length === 0 || most - least > 100) return [];
  const step = totals.every(Number.isInteger) ? 1 : 0.5;
  const places = Array.from({ length: Math.round((most - least) / step) + 1 }, (_, at) => least + at * step);
  const columns = places.map(place => ({
    label: String(place),
    count: totals.filter(total => Math.abs(total - place) < step / 2).length,
  }));
  const without = review.studies.length - totals.length;
  return [
    figure(
      'appraisal-totals',
      l10n.t('Totals of the appraisal'),
      drawColumns({
        title: l10n.t('Totals of the appraisal'),
        axis: l10n.t('Total of the appraisal, number of studies'),
        columns,
        note: [
          l10n.t('Answers to the items are not reported.'),
          ...(without > 0 ? [l10n.t('Without a total: {0}.', without)] : []),
        ].join(' '),
        description: columns.map(({ label, count }) => `${label}: ${count}`).join('; '),
      }),
    ),
  ];
}
