import type { Lookup, Passage } from '../quotes/lookup.js';
import type { Review, Site, Sourced } from '../review/model.js';
import type { Chunk, StudyFacts, StudyFinding } from '../syntax/facts.js';

/** A quote of a study with what became of looking it up. */
export interface LookedUp {
  readonly finding: StudyFinding;
  readonly lookup: Lookup;
}

/** The quotes of a study that have been looked up in its full text. */
export function* lookedUp(study: Sourced<StudyFacts>, review: Review): Iterable<LookedUp> {
  const lookups = review.fullTexts.lookups(study);
  if (!lookups) return;
  for (const finding of study.facts.findings) {
    const lookup = finding.verbatim ? lookups.get(finding.text) : undefined;
    if (lookup) yield { finding, lookup };
  }
}

/** A full text is no file of facts and has no parts: its places count lines from its first. */
const whole: Chunk = { line: 0, facts: { kind: 'other' }, uses: [], problems: [] };

/** A place in a full text, to jump to. */
export function siteOf({ path, at }: Passage): Site {
  return { file: { path, kind: 'study', chunks: [] }, chunk: whole, at };
}

/** *12*, *12–13*; empty where the full text has no pages. */
export function pagesOf({ pages }: Passage): string {
  if (!pages) return '';
  return pages.from === pages.to ? `${pages.from}` : `${pages.from}–${pages.to}`;
}
