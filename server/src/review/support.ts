import type { Construct, Finding, Review, Study } from './model.js';

/** How well studies were appraised: the median of their totals and the range; undefined where none has a total. */
export interface Quality {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** How many of the studies have a total. */
  readonly appraised: number;
}

/** The appraisal of a group of studies. The median of an even number is the mean of the two in the middle. */
export function qualityOf(studies: readonly Study[]): Quality | undefined {
  const totals = studies.flatMap(study => study.total ?? []).sort((a, b) => a - b);
  const half = totals.length / 2;
  const [low, high] = [totals[Math.ceil(half) - 1], totals[Math.floor(half)]];
  const [least, most] = [totals[0], totals.at(-1)];
  if (low === undefined || high === undefined || least === undefined || most === undefined) return undefined;
  return { median: (low + high) / 2, least, most, appraised: totals.length };
}

/** A division of a construct (strengths, challenges) with what stands under it. */
export interface Division {
  /** Undefined for findings that stand under no division. */
  readonly aspect: string | undefined;
  readonly label: string;
  readonly findings: readonly Finding[];
  /** The studies cited in its findings. */
  readonly studies: readonly Study[];
}

/** A construct's findings by the review's divisions, in their order; those under none come first. */
export function divisionsOf(construct: Construct, review: Review): Division[] {
  const declared = review.settings.aspects.map(({ id, headings }) => ({ aspect: id, label: headings[0] ?? id }));
  const divisions = [{ aspect: undefined, label: '' }, ...declared];
  return divisions.flatMap(({ aspect, label }) => {
    const findings = construct.findings.filter(finding => finding.aspect === aspect);
    if (findings.length === 0 && aspect === undefined) return [];
    return [{ aspect, label, findings, studies: distinct(findings.flatMap(finding => finding.support)) }];
  });
}

/** Where a construct's support is thin: what a reader should know before leaning on it. */
export interface Thin {
  /** Findings that one included study supports alone. */
  readonly singleStudy: readonly Finding[];
  /** Findings that no included study supports. */
  readonly unsupported: readonly Finding[];
  /** Studies that carry its themes but are cited nowhere under it. */
  readonly carryingNotCited: readonly Study[];
}

export function thinOf(construct: Construct): Thin {
  const cited = new Set(construct.cited);
  return {
    singleStudy: construct.findings.filter(finding => finding.support.length === 1),
    unsupported: construct.findings.filter(finding => finding.support.length === 0),
    carryingNotCited: construct.carrying.filter(study => !cited.has(study)),
  };
}

/** The included studies that are cited under no construct. */
export function neverCited(review: Review): Study[] {
  const cited = new Set(review.constructs.flatMap(construct => construct.cited));
  return review.studies.filter(study => !cited.has(study));
}

/** How often each value of a characteristic occurs in the studies, most often first, then by the alphabet. */
export function valuesOf(studies: readonly Study[], name: string): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const study of studies) {
    const value = study.facts.fields.find(field => field.name === name)?.items[0]?.value;
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function distinct(studies: readonly Study[]): Study[] {
  return [...new Set(studies)];
}
