import { reportOf } from '../reports/reports.js';
import type { Report } from '../reports/tree.js';
import type { Review, Sourced } from '../review/model.js';
import type { GeneratedFacts } from '../syntax/facts.js';
import { fingerprint } from '../text/fingerprint.js';
import { figureFiles } from './figures.js';
import { toMarkdown } from './markdown.js';

/** What should stand in a block, and the pictures that have to lie beside its manuscript. */
export interface FilledBlock {
  /** What should stand between the markers, line breaks as `\n`. */
  readonly text: string;
  readonly pictures: readonly Picture[];
}

/** A picture that a block shows. */
export interface Picture {
  /** Relative to the review's folder, with `/`. */
  readonly path: string;
  readonly svg: string;
}

/** Makes the report that fills the blocks of a name; undefined for a name that no report has. */
export function blockReport(review: Review, name: string, depth: number): Report | undefined {
  return reportOf(name)?.make(review, depth, false);
}

/** What a block should hold; undefined for a block that no report fills. */
export function filledBlock(review: Review, { facts, file, chunk }: Sourced<GeneratedFacts>): FilledBlock | undefined {
  return blockAt(review, facts.name, file.path, chunk.line);
}

/** What should stand in a block of a name on a line of a manuscript, be it there yet or not. */
export function blockAt(review: Review, name: string, path: string, line: number): FilledBlock | undefined {
  const made = blockReport(review, name, depthAt(review, path, line));
  if (!made) return undefined;
  const files = figureFiles(made);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return {
    text: `\n\n${toMarkdown(made)}\n${picturesComment(files)}`,
    pictures: files.map(each => ({ path: `${folder}${each.path}`, svg: each.svg })),
  };
}

/**
 * Names the pictures with a fingerprint of each, so that a block whose picture would change is seen to be stale by its text
 * alone. A comment prints nowhere.
 */
function picturesComment(files: readonly { readonly path: string; readonly svg: string }[]): string {
  if (files.length === 0) return '';
  const each = files.map(({ path, svg }) => `${path} ${fingerprint(svg).toString(36)}`);
  return `<!-- pictures: ${each.join(', ')} -->\n\n`;
}

/** Headings in a block stand one below the heading of the section that holds it. */
function depthAt(review: Review, path: string, line: number): number {
  let level = 0;
  for (const section of review.sections) {
    if (section.file.path === path && section.chunk.line <= line) level = section.facts.level;
  }
  return level + 1;
}

/** What should stand in a closed block that holds something else; undefined for one that is up to date. */
export function staleBlock(
  review: Review,
  block: Sourced<GeneratedFacts>,
): (FilledBlock & { readonly empty: boolean }) | undefined {
  if (!block.facts.closed) return undefined;
  const filled = filledBlock(review, block);
  const stands = block.facts.text.replace(/\r\n?/g, '\n');
  return filled === undefined || filled.text === stands ? undefined : { ...filled, empty: stands.trim() === '' };
}

/** The closed blocks whose text is not what the report says now. */
export function* staleBlocks(
  review: Review,
): Iterable<FilledBlock & { readonly block: Sourced<GeneratedFacts>; readonly empty: boolean }> {
  for (const block of review.generated) {
    const stale = staleBlock(review, block);
    if (stale) yield { block, ...stale };
  }
}

/** The pictures of all closed blocks, or of those of a name, each once: whether they lie there, whoever has the files can tell. */
export function picturesOf(review: Review, name?: string): readonly Picture[] {
  const pictures = new Map<string, Picture>();
  for (const block of review.generated) {
    if (!block.facts.closed || (name !== undefined && block.facts.name !== name)) continue;
    // Most blocks show none, and making a report anew is not for nothing.
    if (!reportOf(block.facts.name)?.figures) continue;
    for (const picture of filledBlock(review, block)?.pictures ?? []) pictures.set(picture.path, picture);
  }
  return [...pictures.values()];
}
