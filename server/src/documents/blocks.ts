import { reportOf } from '../reports/reports.js';
import type { Report } from '../reports/tree.js';
import type { Review, Sourced } from '../review/model.js';
import type { GeneratedFacts } from '../syntax/facts.js';
import { toMarkdown } from './markdown.js';

/** Makes the report that fills the blocks of a name; undefined for a name that no report has. */
export function blockReport(review: Review, name: string, depth: number): Report | undefined {
  return reportOf(name)?.make(review, depth, false);
}

/** What should stand between the markers of a block, line breaks as `\n`; undefined for a block that no report fills. */
export function blockText(review: Review, block: Sourced<GeneratedFacts>): string | undefined {
  const made = blockReport(review, block.facts.name, depthOf(review, block));
  return made && `\n\n${toMarkdown(made)}\n`;
}

/** Headings in a block stand one below the heading of the section that holds it. */
function depthOf(review: Review, block: Sourced<GeneratedFacts>): number {
  let level = 0;
  for (const section of review.sections) {
    if (section.file.path === block.file.path && section.chunk.line <= block.chunk.line) level = section.facts.level;
  }
  return level + 1;
}

/** What should stand in a closed block that holds something else; undefined for one that is up to date. */
export function staleBlock(
  review: Review,
  block: Sourced<GeneratedFacts>,
): { readonly text: string; readonly empty: boolean } | undefined {
  if (!block.facts.closed) return undefined;
  const text = blockText(review, block);
  const stands = block.facts.text.replace(/\r\n?/g, '\n');
  return text === undefined || text === stands ? undefined : { text, empty: stands.trim() === '' };
}

/** The closed blocks whose text is not what the report says now. */
export function* staleBlocks(
  review: Review,
): Iterable<{ block: Sourced<GeneratedFacts>; text: string; empty: boolean }> {
  for (const block of review.generated) {
    const stale = staleBlock(review, block);
    if (stale) yield { block, ...stale };
  }
}
