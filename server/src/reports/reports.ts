import { agreementKind } from './agreement.js';
import { appraisalKind } from './appraisal.js';
import { characteristicsKind } from './characteristics.js';
import { checklistKind } from './checklist.js';
import { confidenceKind } from './confidence.js';
import { effectSizesKind } from './effect-sizes.js';
import { flowKind } from './flow.js';
import { frameworkKind } from './framework.js';
import { matrixKind } from './matrix.js';
import { outlineKind } from './outline.js';
import type { ReportKind } from './report-kind.js';
import { synthesisTableKind } from './synthesis-table.js';
import { translationKind } from './translation.js';

/** Every report, in the order of the command line's help. */
export const reportKinds: readonly ReportKind[] = [
  synthesisTableKind,
  outlineKind,
  translationKind,
  effectSizesKind,
  characteristicsKind,
  matrixKind,
  frameworkKind,
  flowKind,
  appraisalKind,
  agreementKind,
  confidenceKind,
  checklistKind(isReport),
];

/** The report of a name, as it stands in the markers of a block. */
export function reportOf(name: string): ReportKind | undefined {
  return reportKinds.find(kind => kind.name === name);
}

/** Whether there is a report of a name. */
export function isReport(name: string): boolean {
  return reportOf(name) !== undefined;
}

/** The reports that can fill a generated block of the manuscript, by the names that stand in its markers. */
export const reportNames: readonly string[] = reportKinds.map(kind => kind.name);
