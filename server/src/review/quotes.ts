import { readerFor } from '../quotes/full-text.js';
import type { StudyFacts } from '../syntax/facts.js';
import { foldId } from '../text/words.js';

/** Quotes of one study that are looked up: nobody takes more from one. */
const mostQuotes = 500;

/** The folded key of the paper whose full text a file is, by the file's path in the review; undefined for other files. */
export function fullTextKey(path: string): string | undefined {
  const name = /^fulltext\/([^/]+)\.[a-z]+$/i.exec(path)?.[1];
  return name !== undefined && !/^(?:[._~]|readme$)/i.test(name) && readerFor(path) ? foldId(name) : undefined;
}

/** The folded keys of a study's papers: its own, and those that report it too. */
export function papersOf(study: StudyFacts): readonly string[] {
  return [...new Set([study.key, ...study.reports.map(told => told.value)].map(foldId))];
}

/** The words of a study that have to stand in its full text to the letter, each once. */
export function quotesIn(study: StudyFacts): readonly string[] {
  const quotes = new Set<string>();
  for (const { verbatim, text } of study.findings) if (verbatim && quotes.size < mostQuotes) quotes.add(text);
  return [...quotes];
}
