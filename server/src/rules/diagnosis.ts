import type { Site } from '../review/model.js';
import type { Place } from '../text/span.js';
import type { Data, Severity } from './rule.js';

/** A place in a file, its lines counted from the file's first. */
export interface Location {
  readonly path: string;
  readonly range: Place;
}

/** What the editor, the command line and the gate show. */
export interface Diagnosis extends Location {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Location & { readonly message: string })[];
  readonly data: Data;
  /** True for a complaint said once for many. */
  readonly shared: boolean;
}

/** Severities that a user or a workspace sets; those of `metasynth.yaml` win. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** From a place in a chunk to a place in the file. */
export function locate({ file, chunk, at }: Site): Location {
  return {
    path: file.path,
    range: {
      line: at.line + chunk.line,
      character: at.character,
      endLine: at.endLine + chunk.line,
      endCharacter: at.endCharacter,
    },
  };
}

/** By file, then by place, then by code: the same on every run. */
export function byPlace(a: Diagnosis, b: Diagnosis): number {
  return (
    compare(a.path, b.path) ||
    a.range.line - b.range.line ||
    a.range.character - b.range.character ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
