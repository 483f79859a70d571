import * as l10n from '@vscode/l10n';
import type { PhrasingContent } from 'mdast';
import { changedParts, fingerprintOf, type Judged, judgedOf, levelOf, type PrintedPart } from '../review/confidence.js';
import type { Review, Sourced, Study } from '../review/model.js';
import { cerqualComponents, concernLabels, confidenceLabels } from '../standards/cerqual.js';
import type { ComponentName, JudgementFacts } from '../syntax/facts.js';
import type { Grid, ReportKind } from './report-kind.js';
import {
  type Cell,
  captioned,
  emphasis,
  heading,
  paragraph,
  type Report,
  report,
  strong,
  table,
  text,
} from './tree.js';

/** One finding with what was judged of it, as data. What nobody has written is null. */
export interface JudgedFinding {
  readonly name: string;
  readonly finding: string | null;
  /** Keys of the studies that contribute to it, and of those cited against it. */
  readonly studies: readonly string[];
  readonly contrary: readonly string[];
  readonly method: 'cerqual' | 'conqual';
  readonly components: readonly {
    readonly component: ComponentName;
    readonly concern: string | null;
    readonly because: string | null;
  }[];
  readonly conqual: {
    readonly research: string;
    readonly dependability: number | null;
    readonly credibility: number | null;
  } | null;
  /** `high`, `moderate`, `low` or `very-low`. */
  readonly level: string | null;
  readonly because: string | null;
  readonly by: readonly string[];
  readonly judged: string | null;
  /** Parts that have changed since; null where no fingerprint tells. */
  readonly changed: readonly PrintedPart[] | null;
}

/** Every judgement of `confidence.yaml`, in its order. */
export function judgedFindings(review: Review): readonly JudgedFinding[] {
  return review.judgements.map(judgement => dataOf(judgement, review));
}

function dataOf(judgement: Sourced<JudgementFacts>, review: Review): JudgedFinding {
  const { facts } = judgement;
  const judged = judgedOf(judgement, review);
  const overall = facts.confidence ?? facts.conqual;
  const keys = (studies: readonly Study[]): string[] => studies.map(study => study.facts.key);
  return {
    name: facts.name,
    finding: judged.text === '' ? null : judged.text,
    studies: keys(judged.studies),
    contrary: keys(judged.contrary),
    method: isConqual(facts) ? 'conqual' : 'cerqual',
    components: cerqualComponents.map(({ id }) => {
      const told = facts.components.find(each => each.name === id);
      return { component: id, concern: told?.concern ?? null, because: told?.because ?? null };
    }),
    conqual: facts.conqual
      ? {
          research: facts.conqual.research,
          dependability: facts.conqual.dependability ?? null,
          credibility: facts.conqual.credibility ?? null,
        }
      : null,
    level: levelOf(facts) ?? null,
    because: overall?.because ?? null,
    by: overall?.by ?? [],
    judged: overall?.judged ?? null,
    changed: overall?.of ? (changedParts(overall.of.value, fingerprintOf(judged, review)) ?? null) : null,
  };
}

/** A finding is of meta-aggregation where ConQual alone judges it. */
function isConqual({ conqual, confidence, components }: JudgementFacts): boolean {
  return conqual !== undefined && confidence === undefined && components.length === 0;
}

/**
 * Summary of qualitative findings and evidence profile, the two tables of GRADE-CERQual, and the summary of findings of ConQual
 * where that was used. A level is what people judged; what has changed since is said beside it.
 */
export const confidenceKind: ReportKind = {
  name: 'confidence',
  command: 'confidence',
  summary: 'confidence in the findings: summary of qualitative findings and evidence profile',
  title: () => l10n.t('Confidence in the findings'),
  make: makeReport,
  data: review => ({ findings: judgedFindings(review) }),
  grid,
};

function makeReport(review: Review, depth: number): Report {
  const all = review.judgements.map(judgement => ({
    facts: judgement.facts,
    judged: judgedOf(judgement, review),
    judgement,
  }));
  const title = heading(depth, l10n.t('Confidence in the findings'));
  if (all.length === 0) {
    return report([
      title,
      paragraph(emphasis(l10n.t('No confidence has been judged yet: there is no confidence.yaml.'))),
    ]);
  }
  const cerqual = all.filter(({ facts }) => !isConqual(facts));
  const conqual = all.filter(({ facts }) => isConqual(facts));
  const question = review.settings.question?.value.trim();
  return report([
    title,
    ...(question ? [paragraph(strong(l10n.t('Question')), `: ${question}`)] : []),
    ...(cerqual.length > 0 ? [summary(cerqual, review), profile(cerqual, review)] : []),
    ...(conqual.length > 0 ? [aggregated(conqual, review)] : []),
  ]);
}

interface Row {
  readonly facts: JudgementFacts;
  readonly judged: Judged;
  readonly judgement: Sourced<JudgementFacts>;
}

function summary(rows: readonly Row[], review: Review) {
  const header = [
    l10n.t('Finding'),
    l10n.t('Confidence (GRADE-CERQual)'),
    l10n.t('Explanation of the judgement'),
    l10n.t('Contributing studies'),
  ];
  return captioned(
    l10n.t('Summary of qualitative findings'),
    table(
      header,
      rows.map(row => [findingWords(row), level(row, review), reason(row), references(row.judged)]),
    ),
    { wide: true },
  );
}

function profile(rows: readonly Row[], review: Review) {
  const header = [
    l10n.t('Finding'),
    l10n.t('Contributing studies'),
    ...cerqualComponents.map(component => component.label),
    l10n.t('Confidence (GRADE-CERQual)'),
  ];
  return captioned(
    l10n.t('Evidence profile'),
    table(
      header,
      rows.map(row => [
        findingWords(row),
        references(row.judged),
        ...cerqualComponents.map(({ id }) => concern(row.facts, id)),
        [text(level(row, review)), ...(reason(row) === notTold() ? [] : [text(`. ${reason(row)}`)])],
      ]),
    ),
    { wide: true },
  );
}

function aggregated(rows: readonly Row[], review: Review) {
  const down = (levels: number | undefined): string =>
    levels === undefined ? notTold() : levels === 0 ? l10n.t('Not lowered') : l10n.t('Lowered by {0}', -levels);
  const header = [
    l10n.t('Synthesised finding'),
    l10n.t('Type of research'),
    l10n.t('Dependability'),
    l10n.t('Credibility'),
    l10n.t('ConQual'),
    l10n.t('Comments'),
    l10n.t('Contributing studies'),
  ];
  return captioned(
    l10n.t('Summary of findings (ConQual)'),
    table(
      header,
      rows.map(row => {
        const { conqual } = row.facts;
        return [
          findingWords(row),
          conqual?.research === 'text-and-opinion' ? l10n.t('Text and opinion') : l10n.t('Qualitative'),
          down(conqual?.dependability),
          down(conqual?.credibility),
          level(row, review),
          reason(row),
          references(row.judged),
        ];
      }),
    ),
    { wide: true },
  );
}

function findingWords({ judged, facts }: Row): string {
  return judged.text === '' ? l10n.t('{0} (told nowhere yet)', facts.name) : judged.text;
}

/** The level in words, and that it is out of date where it is. */
function level({ facts, judged }: Row, review: Review): string {
  const found = levelOf(facts);
  if (!found) return notTold();
  const overall = facts.confidence ?? facts.conqual;
  const changed = overall?.of && changedParts(overall.of.value, fingerprintOf(judged, review));
  const words = confidenceLabels[found].label;
  return changed && changed.length > 0 ? l10n.t('{0} (judged before the finding changed)', words) : words;
}

function reason({ facts }: Row): string {
  return (facts.confidence ?? facts.conqual)?.because?.trim() ?? notTold();
}

function concern({ components }: JudgementFacts, id: ComponentName): string {
  const told = components.find(each => each.name === id);
  if (!told?.concern) return notTold();
  const words = concernLabels[told.concern];
  return told.because ? `${words}. ${told.because.trim()}` : words;
}

function references({ studies, contrary }: Judged): Cell {
  if (studies.length + contrary.length === 0) return l10n.t('None');
  const citations = [
    ...studies.map(study => ({ key: study.facts.key })),
    ...contrary.map(study => ({ key: study.facts.key, prefix: 'but see' })),
  ];
  return [{ type: 'citationGroup', citations } satisfies PhrasingContent];
}

function notTold(): string {
  return l10n.t('Not judged yet');
}

function grid(review: Review): Grid {
  const header = [
    l10n.t('Name'),
    l10n.t('Finding'),
    l10n.t('Contributing studies'),
    ...cerqualComponents.flatMap(({ label }) => [label, l10n.t('{0}: explanation', label)]),
    l10n.t('Confidence'),
    l10n.t('Explanation'),
    l10n.t('Judged by'),
    l10n.t('Judged'),
  ];
  const rows = judgedFindings(review).map(each => [
    each.name,
    each.finding ?? '',
    each.studies.join('; '),
    ...each.components.flatMap(({ concern: told, because }) => [told ?? '', because ?? '']),
    each.level ?? '',
    each.because ?? '',
    each.by.join('; '),
    each.judged ?? '',
  ]);
  return { header, rows };
}
