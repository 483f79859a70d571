import type { FullText } from '../quotes/full-text.js';
import { isLong, quotesOf, searchable, type Traced, trace } from '../quotes/trace.js';
import type { Review, Sourced, Study } from '../review/model.js';
import type { SectionFacts, StudyFinding } from '../syntax/facts.js';
import { placeIn } from '../syntax/runs.js';
import type { Place } from '../text/span.js';

/** A quote of the manuscript with the finding that it was taken from, as far as can be told. */
export interface TracedQuote {
  /** The sentence that holds it, or the block that it is. */
  readonly at: Place;
  /** Where the one word of it stands that differs, if that can be told. */
  readonly differsAt?: Place;
  readonly study: Study;
  readonly finding: StudyFinding;
  readonly differences: Traced['differences'];
}

/** Findings as they are searched, for as long as they are there. */
const known = new WeakMap<StudyFinding, FullText>();

/**
 * The quotes of a section that stand among the findings of the studies that they cite, or like some of them: words between
 * quotation marks in a sentence, and block quotes.
 */
export function* tracedQuotes(section: Sourced<SectionFacts>, review: Review): Iterable<TracedQuote> {
  const { sentences, quotes } = section.facts;
  for (const { text, at, citations } of sentences) {
    // Marks inside a block quote are a part of the quote.
    if (quotes.some(block => isInside(at, block.at))) continue;
    const inside = quotesOf(text);
    if (inside.length === 0) continue;
    const findings = findingsOf(
      citations.map(each => each.key),
      review,
    );
    for (const quote of inside) {
      const found = traced(quote, findings);
      if (found) yield { at, study: found.study, finding: found.finding, differences: found.differences };
    }
  }
  for (const { text, at, cites, wordsAt } of quotes) {
    if (!isLong(text)) continue;
    const found = traced(text, findingsOf(cites, review));
    if (!found) continue;
    const { stretch, study, finding, differences } = found;
    const differsAt = stretch && wordsAt ? placeIn(wordsAt, stretch) : undefined;
    yield { at, ...(differsAt && { differsAt }), study, finding, differences };
  }
}

interface Candidate {
  readonly study: Study;
  readonly finding: StudyFinding;
}

function findingsOf(keys: readonly string[], review: Review): readonly Candidate[] {
  const studies = new Set(keys.flatMap(key => review.cited(key) ?? []));
  return [...studies].flatMap(study => review.findingsOf(study).map(finding => ({ study, finding })));
}

function traced(quote: string, candidates: readonly Candidate[]): (Traced & Candidate) | undefined {
  const found = trace(
    quote,
    candidates.map(({ finding }) => searched(finding)),
  );
  const from = found && candidates[found.index];
  return from && { ...found, ...from };
}

function searched(finding: StudyFinding): FullText {
  const text = known.get(finding) ?? searchable(finding.text);
  known.set(finding, text);
  return text;
}

function isInside(inner: Place, outer: Place): boolean {
  return inner.line >= outer.line && inner.endLine <= outer.endLine;
}
