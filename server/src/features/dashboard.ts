import * as l10n from '@vscode/l10n';
import { reportKinds, reportOf } from '../reports/reports.js';
import type { Review } from '../review/model.js';
import type { Diagnosis } from '../rules/diagnosis.js';
import { type Constructs, constructs } from './dashboard/constructs.js';
import { type Overview, overview } from './dashboard/overview.js';
import type { DashboardPlace } from './dashboard/place.js';
import {
  cellPlace,
  partOfTable,
  type TableAsk,
  type TablePart,
  type WholeTable,
  wholeTable,
} from './dashboard/table.js';

export type { ConstructShown, Constructs, FindingShown } from './dashboard/constructs.js';
export type { AppraisalProgress, Overview } from './dashboard/overview.js';
export type { DashboardPlace, Linked, Some } from './dashboard/place.js';
export type { Problem, ProblemGroup } from './dashboard/problems.js';
export type { TableAsk, TablePart } from './dashboard/table.js';

/** What of the dashboard is looked at: only that is made. */
export type DashboardAsk =
  | { readonly kind: 'overview' }
  | { readonly kind: 'constructs'; readonly most?: number }
  | TableAsk
  /** The figures of one report. */
  | { readonly kind: 'figures'; readonly report: string }
  /** Where a cell of a report's table comes from. */
  | { readonly kind: 'cell'; readonly report: string; readonly row: string; readonly column: number };

export type DashboardPart =
  | Overview
  | Constructs
  | TablePart
  | FiguresPart
  | { readonly kind: 'cell'; readonly place?: DashboardPlace }
  /** No report of that name has what was asked for. */
  | { readonly kind: 'none' };

export interface FiguresPart {
  readonly kind: 'figures';
  readonly report: string;
  readonly figures: readonly FigureShown[];
}

/** A picture: our own SVG, its size in CSS pixels, and what it says. */
export interface FigureShown {
  readonly name: string;
  readonly alt: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What the dashboard shows of a review: the names of its parts, and the one that was asked for. */
export interface Dashboard {
  readonly title: string;
  /** The reports that have a table, and those that have figures. */
  readonly tables: readonly NamedReport[];
  readonly figures: readonly NamedReport[];
  readonly part: DashboardPart;
}

export interface NamedReport {
  readonly name: string;
  readonly label: string;
}

/**
 * A part of the dashboard as plain data. It tells of raters how many studies they are done with, and of answers only those that
 * hold: that is so for whoever looks.
 *
 * @param problems what whoever looks has been told of the review
 * @param tables hands out whole tables, should somebody keep them until the review changes
 */
export function dashboard(
  review: Review,
  problems: readonly Diagnosis[],
  ask: DashboardAsk,
  tables: (report: string) => WholeTable | undefined = report => wholeTable(review, report),
): Dashboard {
  const named = ({ name }: { readonly name: string }): NamedReport => ({ name, label: reportLabel(name) });
  return {
    title: review.settings.title?.value ?? '',
    tables: reportKinds.filter(kind => kind.grid).map(named),
    figures: reportKinds.filter(kind => kind.figures).map(named),
    part: partOf(review, problems, ask, tables),
  };
}

function partOf(
  review: Review,
  problems: readonly Diagnosis[],
  ask: DashboardAsk,
  tables: (report: string) => WholeTable | undefined,
): DashboardPart {
  switch (ask.kind) {
    case 'overview':
      return overview(review, problems);
    case 'constructs':
      return constructs(review, ask.most);
    case 'table': {
      const whole = tables(ask.report);
      return whole ? partOfTable(whole, ask) : { kind: 'none' };
    }
    case 'figures': {
      const figures = reportOf(ask.report)?.figures?.(review);
      if (!figures) return { kind: 'none' };
      return {
        kind: 'figures',
        report: ask.report,
        figures: figures.map(({ name, alt, svg, width, height }) => ({ name, alt, svg, width, height })),
      };
    }
    case 'cell': {
      const place = cellPlace(review, ask.report, ask.row, ask.column);
      return { kind: 'cell', ...(place && { place }) };
    }
  }
}

/** What a report is called in a list of them. */
function reportLabel(name: string): string {
  switch (name) {
    case 'synthesis-table':
      return l10n.t('Synthesis table');
    case 'characteristics':
      return l10n.t('Characteristics of the studies');
    case 'matrix':
      return l10n.t('Studies by theme');
    case 'framework':
      return l10n.t('Conceptual framework');
    case 'flow':
      return l10n.t('Flow of records');
    case 'appraisal':
      return l10n.t('Appraisal');
    case 'agreement':
      return l10n.t('Agreement');
    case 'confidence':
      return l10n.t('Confidence in the findings');
    default:
      return name.charAt(0).toUpperCase() + name.slice(1).replace(/-/g, ' ');
  }
}
