/**
 * The effect sizes of a qualitative metasummary (Sandelowski and Barroso 2003; Sandelowski, Barroso and Voils 2007). What is
 * counted are parent studies and not papers: reports of one sample that repeat a finding count once. Everything here is a pure
 * function of who reports what; what is undefined says so, and is never NaN.
 */

/** A share of something counted: `count` of `n`. */
export type EffectSize =
  | { readonly value: number; readonly count: number; readonly n: number }
  /** There is nothing that it could be a share of. */
  | { readonly undefined: 'empty'; readonly n: 0 };

export interface Metasummary {
  /** The parent studies, in the order in which the reports first name them. */
  readonly parents: readonly string[];
  /** How many parent studies report each finding, as a share of all parent studies. */
  readonly frequency: ReadonlyMap<string, EffectSize>;
  /** How many of all findings each parent study reports. */
  readonly intensity: ReadonlyMap<string, EffectSize>;
  /** The same among the findings that more than a quarter of the parent studies report. */
  readonly intensityOfFrequent: ReadonlyMap<string, EffectSize>;
}

/** The findings that are frequent in the second kind of intensity: those above this frequency. */
export const frequentFrom = 0.25;

/** A share; undefined where there is nothing to take a share of. */
export function effectSize(count: number, n: number): EffectSize {
  return n === 0 ? { undefined: 'empty', n } : { value: count / n, count, n };
}

/**
 * Counts up a metasummary.
 *
 * @param reports each report with its parent study and the findings that it reports
 * @param findings all findings, so that those that nobody reports have a frequency of 0. They are none of any report, and so are
 *   not among those that intensity is a share of.
 */
export function metasummary(
  reports: readonly { readonly parent: string; readonly findings: Iterable<string> }[],
  findings: Iterable<string>,
): Metasummary {
  const byParent = new Map<string, Set<string>>();
  const known = new Set(findings);
  for (const { parent, findings: reported } of reports) {
    const all = byParent.get(parent) ?? new Set();
    byParent.set(parent, all);
    for (const each of reported) if (known.has(each)) all.add(each);
  }
  const counts = new Map([...known].map(finding => [finding, 0]));
  for (const all of byParent.values()) for (const each of all) counts.set(each, counts.get(each)! + 1);
  const frequency = new Map([...counts].map(([finding, count]) => [finding, effectSize(count, byParent.size)]));
  const reportedOnce = [...counts].flatMap(([finding, count]) => (count > 0 ? [finding] : []));
  const frequent = reportedOnce.filter(finding => isFrequent(frequency.get(finding)));
  return {
    parents: [...byParent.keys()],
    frequency,
    intensity: intensityAmong(byParent, reportedOnce),
    intensityOfFrequent: intensityAmong(byParent, frequent),
  };
}

function isFrequent(size: EffectSize | undefined): boolean {
  return size !== undefined && 'value' in size && size.value > frequentFrom;
}

function intensityAmong(
  byParent: ReadonlyMap<string, ReadonlySet<string>>,
  findings: readonly string[],
): Map<string, EffectSize> {
  return new Map(
    [...byParent].map(([parent, all]) => [
      parent,
      effectSize(findings.filter(each => all.has(each)).length, findings.length),
    ]),
  );
}
