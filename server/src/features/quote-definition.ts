import type { Review } from '../review/model.js';
import { type Location, locate } from '../rules/diagnosis.js';
import { lookedUp, siteOf, studyOf } from '../rules/quotes.js';
import { tracedQuotes } from '../rules/traced.js';
import type { Place } from '../text/span.js';
import { covers, type Position } from './at.js';

/** From a quote to where it was taken from: from the manuscript to the study, from the study to its full text. */
export function quoteDefinition(
  review: Review,
  path: string,
  position: Position,
): { readonly from: Place; readonly to: readonly Location[] } | undefined {
  return review.files.get(path)?.kind === 'manuscript'
    ? findingDefinition(review, path, position)
    : fullTextDefinition(review, path, position);
}

/** From a quote of the manuscript to the finding of the study that holds it, or holds something like it. */
function findingDefinition(review: Review, path: string, position: Position) {
  const file = review.files.get(path);
  for (const chunk of file?.chunks ?? []) {
    if (!file || chunk.facts.kind !== 'section') continue;
    const { sentences, quotes } = chunk.facts;
    // Tracing takes longer than looking whether somebody points at anything that could be traced.
    if (![...sentences, ...quotes].some(({ at }) => covers({ file, chunk, at }, position))) continue;
    for (const { at, study, finding } of tracedQuotes({ file, chunk, facts: chunk.facts }, review)) {
      if (!covers({ file, chunk, at }, position)) continue;
      const to = locate({ file: study.file, chunk: study.chunk, at: finding.at });
      return { from: locate({ file, chunk, at }).range, to: [to] };
    }
  }
  return undefined;
}

/**
 * From a quote of a study to where its words stand in the full text, or to the nearest passage. A PDF has no lines that an editor
 * could show; the quote's locator links to its page instead.
 */
function fullTextDefinition(review: Review, path: string, position: Position) {
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
