import type { Options } from '../plan.js';
import { random } from '../random.js';
import { type Files, faultlessReview } from '../review.js';
import { Draft, type Mark } from './draft.js';
import { inAppraisals } from './in-appraisals.js';
import { inCodebook } from './in-codebook.js';
import { inConfidence } from './in-confidence.js';
import { inManuscript } from './in-manuscript.js';
import { inBibliography, inSettingsFile } from './in-others.js';
import { breakingStudies, inStudies } from './in-studies.js';
import { inTranslation } from './in-translation.js';
import type { Kind } from './kind.js';

/** What must be told of a review, and nothing else. */
export interface Fault {
  readonly code: string;
  readonly path: string;
  /** From 0. */
  readonly line: number;
  /** What was done. */
  readonly name: string;
}

export interface FaultOptions extends Options {
  /** How many mistakes are made, as far as the review has room for them. Some are told in two or three ways. */
  readonly faults: number;
  /** Whether studies are broken as well, after which rules that miss something in the studies keep silent. Default: no. */
  readonly breaking?: boolean;
  /** Mistakes of these names only, those among them that are made by themselves as well. */
  readonly only?: readonly string[];
}

/** Every way of making a mistake that the generator knows. */
export const kinds: readonly Kind[] = [
  ...inStudies,
  ...inAppraisals,
  ...inCodebook,
  ...inConfidence,
  ...inSettingsFile,
  ...inBibliography,
  ...breakingStudies,
  ...inManuscript,
  ...inTranslation,
];

/** A review with mistakes, each of its own kind as long as there are kinds left. */
export function faultyReview(options: FaultOptions): { readonly files: Files; readonly faults: readonly Fault[] } {
  const { plan, files } = faultlessReview(options);
  const draft = new Draft(plan, files, random(plan.options.seed, 99));
  // What raters give alike changes with most faults of appraisals, and would be told of the number in the manuscript.
  draft.remove('synthesis.md', draft.find('synthesis.md', /= agreement\.appraisal/));
  const marks: [string, Mark][] = [];
  let planted = 0;
  let room = kindsFor(options);
  while (planted < options.faults && room.length > 0) {
    const left: Kind[] = [];
    for (const kind of room) {
      if (planted === options.faults) break;
      const found = kind.plant(draft);
      if (!found) continue;
      planted++;
      left.push(kind);
      marks.push(...found.map((mark): [string, Mark] => [kind.name, mark]));
    }
    room = left;
  }
  const faults = marks.map(([name, mark]) => ({ code: mark.code, path: mark.path, line: draft.numberOf(mark), name }));
  return { files: draft.texts(), faults: faults.sort(byPlace) };
}

function kindsFor({ only, breaking = false }: FaultOptions): readonly Kind[] {
  if (only) return kinds.filter(kind => only.includes(kind.name));
  return kinds.filter(kind => !kind.alone && !(breaking ? kind.hushed : kind.breaks));
}

function byPlace(a: Fault, b: Fault): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || (a.code < b.code ? -1 : 1);
}
