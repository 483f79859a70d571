import type { Measured } from '../review/counting/measure.js';
import { placeWithin } from '../review/counting/place.js';
import { type Verdict, verdictOf } from '../review/counting/verdict.js';
import type { PlacedSection, Review, Site, Study } from '../review/model.js';
import { byName } from '../review/order.js';
import type { CheckedNumber } from '../syntax/facts.js';
import type { Span } from '../text/span.js';
import type { Notice } from './rule.js';

/** More studies than these are not listed beside a number. */
const mostStudies = 40;

/** The checked numbers of a section that come to a certain end. */
export function* numbersThat<K extends Verdict['kind']>(
  kind: K,
  section: PlacedSection,
  review: Review,
): Iterable<{ readonly number: CheckedNumber; readonly verdict: Extract<Verdict, { kind: K }> }> {
  for (const number of section.facts.numbers) {
    const verdict = verdictOf(number, review);
    if (verdict.kind === kind) yield { number, verdict: verdict as Extract<Verdict, { kind: K }> };
  }
}

/** The number itself, or its definition where there is none. */
export function siteOfNumber({ file, chunk }: PlacedSection, { written, comment }: CheckedNumber): Site {
  return { file, chunk, at: written?.at ?? comment.at };
}

/** A stretch of a number's definition. */
export function siteInDefinition({ file, chunk }: PlacedSection, { comment }: CheckedNumber, span: Span): Site {
  // A place at the end of a definition has no words: the definition as a whole is shown then.
  return { file, chunk, at: span[0] < span[1] ? placeWithin(comment.at, span) : comment.at };
}

/** The studies that are counted, by name, as places to go to. */
export function countedStudies(
  studies: Iterable<Study>,
  message: (study: Study) => string,
): Required<Pick<Notice, 'related' | 'about'>> {
  const listed = byName(studies).slice(0, mostStudies);
  return {
    related: listed.map(study => ({
      site: { file: study.file, chunk: study.chunk, at: study.facts.keyAt },
      message: message(study),
    })),
    about: listed.map(({ id }) => ({ kind: 'study', id })),
  };
}

/** A value as people read it: no more digits than tell something. A coefficient of agreement has two of them. */
export function shownValue({ value = 0, answers }: Measured): string {
  const digits = answers !== undefined && Math.abs(value) <= 1 ? 100 : 10;
  return String(Math.round(value * digits) / digits);
}
