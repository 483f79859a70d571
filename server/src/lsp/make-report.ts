import { picturesOf, staleBlocks } from '../documents/blocks.js';
import { toMarkdown } from '../documents/markdown.js';
import { pictureMark } from '../figures/drawing.js';
import { reportOf } from '../reports/reports.js';
import { locate } from '../rules/judge.js';
import type { ReviewState } from '../workspace/review-state.js';
import { joinAddress } from './addresses.js';
import { toRange } from './convert.js';
import type { GuardedEdit, ReportResult } from './protocol.js';

/** A report as a document of its own, and what to put into the manuscript's blocks for it; null for a name that no report has. */
export function makeReport(state: ReviewState, name: string): ReportResult | null {
  const made = reportOf(name)?.make(state.review, 1, true);
  if (!made) return null;
  const blocks = state.review.generated.filter(({ facts }) => facts.name === name && facts.closed);
  const edits: GuardedEdit[] = [];
  for (const { block, text } of staleBlocks(state.review)) {
    if (block.facts.name !== name) continue;
    const { path, range } = locate({ file: block.file, chunk: block.chunk, at: block.facts.content });
    edits.push({
      uri: joinAddress(state.root, path),
      range: toRange(range),
      expected: block.facts.text,
      newText: text,
    });
  }
  const [first] = blocks;
  return {
    markdown: toMarkdown(made),
    edits,
    pictures: picturesOf(state.review, name).map(({ path, svg }) => ({
      uri: joinAddress(state.root, path),
      svg,
      mark: pictureMark,
    })),
    ...(first && { manuscript: joinAddress(state.root, first.file.path) }),
  };
}
