import type { Review } from '../review/model.js';
import { type Location, locate } from '../rules/diagnosis.js';
import { lookedUp, siteOf, studyOf } from '../rules/quotes.js';
import type { Place } from '../text/span.js';
import { covers, type Position } from './at.js';

/**
 * From a quote of a study to where its words stand in the full text, or to the nearest passage. A PDF has no lines that an editor
 * could show; the quote's locator links to its page instead.
 */
export function quoteDefinition(
  review: Review,
  path: string,
  position: Position,
): { readonly from: Place; readonly to: readonly Location[] } | undefined {
  const study = studyOf(review, path);
  if (!study) return undefined;
  for (const { finding, lookup } of lookedUp(study, review)) {
    const site = { file: study.file, chunk: study.chunk, at: finding.at };
    if (!covers(site, position)) continue;
    const places = lookup.kind === 'found' ? lookup.places : lookup.kind === 'near' ? [lookup.place] : [];
    const lines = places.filter(place => place.sheet === undefined);
    return lines.length === 0 ? undefined : { from: locate(site).range, to: lines.map(place => locate(siteOf(place))) };
  }
  return undefined;
}
