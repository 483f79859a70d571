import type { Place, Span } from '../../text/span.js';

/** The place of a stretch of a told text; of all of it where it goes over several lines. */
export function placeWithin(at: Place, [from, to]: Span): Place {
  if (at.line !== at.endLine || at.character + to > at.endCharacter) return at;
  return { line: at.line, character: at.character + from, endLine: at.line, endCharacter: at.character + to };
}
