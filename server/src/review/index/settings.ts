import type { Settings } from '../../syntax/facts.js';
import type { Facet } from './effects.js';

/** What of `metasynth.yaml` nothing but itself is judged by, or who asks for it is told by a facet of its own. */
const ownMatters: ReadonlySet<string> = new Set(['title', 'question', 'approach', 'flow', 'conduct', 'reporting']);

const nothing: ReadonlySet<string> = new Set();

/** The questions that `metasynth.yaml` alone answers, and answers otherwise now. */
export function changedFacets(before: Settings, now: Settings): Facet[] {
  const facets: Facet[] = [];
  if (!isSameFlow(before, now)) facets.push('flow');
  if (!isSameReporting(before, now)) facets.push('reporting');
  if (before.approach?.value !== now.approach?.value) facets.push('approach');
  return facets;
}

/** True when the flow of records has the same boxes with the same numbers. */
function isSameFlow(a: Settings, b: Settings): boolean {
  return a.flow === b.flow || relevant({ flow: a.flow }, nothing) === relevant({ flow: b.flow }, nothing);
}

/** True when the fields that reporting standards ask for, and they alone, say the same. */
function isSameReporting(a: Settings, b: Settings): boolean {
  const told = ({ question, approach, conduct, reporting }: Settings): Partial<Settings> => ({
    ...(question && { question }),
    ...(approach && { approach }),
    conduct,
    ...(reporting && { reporting }),
  });
  return a === b || relevant(told(a), nothing) === relevant(told(b), nothing);
}

/** True when two states of `metasynth.yaml` mean the same for the rest of the review, wherever their words stand in the file. */
export function isSameForOthers(a: Settings, b: Settings): boolean {
  return relevant(a, ownMatters) === relevant(b, ownMatters);
}

function relevant(settings: Partial<Settings> | { flow: Settings['flow'] }, leftOut: ReadonlySet<string>): string {
  // Only fields of the settings are left out: an area of rules under `severities:` may be called the same.
  const kept = Object.fromEntries(Object.entries(settings).filter(([key]) => !leftOut.has(key)));
  return JSON.stringify(kept, (key, value: unknown) =>
    key === 'at' || key.endsWith('At') || key === 'head' ? undefined : value,
  );
}
