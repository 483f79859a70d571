import type { Review, Site } from '../review/model.js';
import { locate } from '../rules/diagnosis.js';
import type { SymbolKind } from '../syntax/facts.js';
import type { Place } from '../text/span.js';
import { constructHeadingAt, covers, type Position, useAt } from './at.js';

/** Something of the review that has a name, and where in a file it is named. */
export interface Thing {
  readonly kind: SymbolKind;
  /** Folded. */
  readonly id: string;
  /** The words at the position, lines counted from the file's first. */
  readonly range: Place;
  /** True where the thing gets its name, so that somebody who asks where it is wants to go elsewhere. */
  readonly defines: boolean;
}

/** What is named at a position: by a name, or by a heading that names a construct. */
export function thingAt(review: Review, path: string, position: Position): Thing | undefined {
  const found = useAt(review, path, position);
  if (found) {
    const { kind, id, role } = found.use;
    return { kind, id, range: locate(found).range, defines: role === 'defines' };
  }
  const heading = constructHeadingAt(review, path, position);
  if (!heading?.construct) return undefined;
  const { range } = locate({ file: heading.file, chunk: heading.chunk, at: heading.facts.at });
  return { kind: 'construct', id: heading.construct.id, range, defines: false };
}

/** The marker of a generated block at a position: the name of its report. */
export function blockAt(review: Review, path: string, position: Position): { name: string; range: Place } | undefined {
  const file = review.files.get(path);
  if (file?.kind !== 'manuscript') return undefined;
  for (const chunk of file.chunks) {
    if (chunk.facts.kind !== 'generated') continue;
    const site: Site = { file, chunk, at: chunk.facts.open };
    if (covers(site, position)) return { name: chunk.facts.name, range: locate(site).range };
  }
  return undefined;
}
