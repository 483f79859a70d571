import type { Review, Sourced } from '../review/model.js';
import { type Location, locate } from '../rules/diagnosis.js';
import { lookedUp, siteOf } from '../rules/quotes.js';
import type { StudyFacts } from '../syntax/facts.js';
import type { Place } from '../text/span.js';
import { covers, type Position } from './at.js';

/** From a quote of a study to where its words stand in the full text, or to the nearest passage. */
export function quoteDefinition(
  review: Review,
  path: string,
  position: Position,
): { readonly from: Place; readonly to: readonly Location[] } | undefined {
  const file = review.files.get(path);
  if (file?.kind !== 'study') return undefined;
  const study = file.chunks.flatMap((chunk): Sourced<StudyFacts>[] =>
    chunk.facts.kind === 'study' ? [{ file, chunk, facts: chunk.facts }] : [],
  )[0];
  if (!study) return undefined;
  for (const { finding, lookup } of lookedUp(study, review)) {
    const site = { file: study.file, chunk: study.chunk, at: finding.at };
    if (!covers(site, position)) continue;
    const places = lookup.kind === 'found' ? lookup.places : lookup.kind === 'near' ? [lookup.place] : [];
    return places.length === 0
      ? undefined
      : { from: locate(site).range, to: places.map(place => locate(siteOf(place))) };
  }
  return undefined;
}
