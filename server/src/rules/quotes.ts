import * as l10n from '@vscode/l10n';
import type { Lookup, Passage } from '../quotes/lookup.js';
import type { Difference } from '../quotes/nearest.js';
import type { Review, Site, Sourced } from '../review/model.js';
import type { Chunk, StudyFacts, StudyFinding } from '../syntax/facts.js';
import { excerpt } from './excerpt.js';
import type { Data } from './rule.js';

/** A quote of a study with what became of looking it up. */
export interface LookedUp {
  readonly finding: StudyFinding;
  readonly lookup: Lookup;
}

/** The study that a file tells of; undefined for other files. */
export function studyOf(review: Review, path: string): Sourced<StudyFacts> | undefined {
  const file = review.files.get(path);
  for (const chunk of file?.kind === 'study' ? file.chunks : []) {
    if (file && chunk.facts.kind === 'study') return { file, chunk, facts: chunk.facts };
  }
  return undefined;
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

/** Differences that a message spells out; with more, the passage itself says it better. */
const mostSpelt = 2;

/** Differences as plain values: how many, and the words of each in the quote and in the text. */
export function differenceData(differences: readonly Difference[]): Data {
  const data: Record<string, string | number> = { count: differences.length };
  differences.forEach(({ quote, text }, index) => {
    data[`quote${index}`] = quote;
    data[`text${index}`] = text;
  });
  return data;
}

/** What a text has in the place of a quote's words; nothing where the differences are too many to be taken in. */
export function differenceWords(data: Data): string {
  const count = Number(data.count);
  if (count > mostSpelt) return '';
  const words: string[] = [];
  for (let index = 0; index < count; index++) {
    const [quote, text] = [excerpt(data[`quote${index}`]), excerpt(data[`text${index}`])];
    if (quote === '') words.push(l10n.t('"{0}" as well', text));
    else if (text === '') words.push(l10n.t('no "{0}"', quote));
    else words.push(l10n.t('"{0}", not "{1}"', text, quote));
  }
  return words.join('; ');
}
