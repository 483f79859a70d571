import type { PlacedSection, Review, Site, UseSite } from '../review/model.js';
import { locate } from '../rules/judge.js';
import type { Chunk, Use } from '../syntax/facts.js';
import type { Place } from '../text/span.js';

/** A position in a file, line and character from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The name that stands at a position, if one does. The end of a name still belongs to it, as in editors. */
export function useAt(review: Review, path: string, position: Position): UseSite | undefined {
  const file = review.files.get(path);
  if (!file) return undefined;
  let best: UseSite | undefined;
  for (const [index, chunk] of file.chunks.entries()) {
    if (!mayHold(file.chunks, index, position.line)) continue;
    for (const found of chunk.uses) {
      if (!covers({ file, chunk, at: found.at }, position)) continue;
      const use = meant(review, found);
      if (!use) continue;
      // A study without a key of its own is named by its first line; any name on that line comes first.
      if (!best || lengthOf(use.at) < lengthOf(best.at)) best = { file, chunk, use, at: use.at };
    }
  }
  return best;
}

/** A number in brackets names the work that has it, if one has. */
function meant(review: Review, use: Use): Use | undefined {
  if (use.kind !== 'number') return use;
  const id = use.role === 'defines' ? undefined : review.numbered(use.id);
  return id === undefined ? undefined : { ...use, kind: 'work', id };
}

/**
 * Whether a chunk may hold something on a line. Chunks stand in runs, each in the order of their lines, so that what one holds
 * lies before the next one's first line; the first chunk of a file may speak of all of it.
 */
function mayHold(chunks: readonly Chunk[], index: number, line: number): boolean {
  const start = chunks[index]!.line;
  if (start > line) return false;
  const next = chunks[index + 1]?.line;
  return index === 0 || next === undefined || next < start || next >= line;
}

/** The heading at a position that names a construct. */
export function constructHeadingAt(review: Review, path: string, position: Position): PlacedSection | undefined {
  return review.sections.find(
    section =>
      section.namesConstruct &&
      section.file.path === path &&
      covers({ file: section.file, chunk: section.chunk, at: section.facts.at }, position),
  );
}

export function covers(site: Site, { line, character }: Position): boolean {
  const { range } = locate(site);
  if (line < range.line || line > range.endLine) return false;
  if (line === range.line && character < range.character) return false;
  return !(line === range.endLine && character > range.endCharacter);
}

function lengthOf({ line, character, endLine, endCharacter }: Place): number {
  return (endLine - line) * 10_000 + endCharacter - character;
}
