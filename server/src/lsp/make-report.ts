import * as l10n from '@vscode/l10n';
import { blockAt, type Picture, picturesOf, staleBlocks } from '../documents/blocks.js';
import { toMarkdown } from '../documents/markdown.js';
import { pictureMark } from '../figures/drawing.js';
import { reportOf } from '../reports/reports.js';
import { locate } from '../rules/judge.js';
import type { ReviewState } from '../workspace/review-state.js';
import { joinAddress } from './addresses.js';
import { toRange } from './convert.js';
import type { GuardedEdit, PictureFile, PlacedReport, ReportResult, UpdateResult } from './protocol.js';

/** A report as a document of its own, and what to put into the manuscript's blocks for it; null for a name that no report has. */
export function makeReport(state: ReviewState, name: string): ReportResult | null {
  const made = reportOf(name)?.make(state.review, 1, true);
  if (!made) return null;
  const blocks = state.review.generated.filter(({ facts }) => facts.name === name && facts.closed);
  const [first] = blocks;
  return {
    markdown: toMarkdown(made),
    edits: editsOf(state, name),
    pictures: pictureFiles(state, picturesOf(state.review, name)),
    ...(first && { manuscript: joinAddress(state.root, first.file.path) }),
  };
}

/** What brings all generated blocks of a review up to date, and the pictures that they show. */
export function updateAll(state: ReviewState): UpdateResult {
  return { edits: editsOf(state), pictures: pictureFiles(state, picturesOf(state.review)) };
}

/** What brings the blocks of a name up to date, or all of them. */
function editsOf(state: ReviewState, name?: string): GuardedEdit[] {
  const edits: GuardedEdit[] = [];
  for (const { block, text } of staleBlocks(state.review)) {
    if (name !== undefined && block.facts.name !== name) continue;
    const { path, range } = locate({ file: block.file, chunk: block.chunk, at: block.facts.content });
    edits.push({
      uri: joinAddress(state.root, path),
      range: toRange(range),
      expected: block.facts.text,
      newText: text,
    });
  }
  return edits;
}

function pictureFiles(state: ReviewState, pictures: readonly Picture[]): PictureFile[] {
  return pictures.map(({ path, svg }) => ({ uri: joinAddress(state.root, path), svg, mark: pictureMark }));
}

/**
 * What brings a report into the manuscript: its block mended where there is one, otherwise a new one, filled, before a line or at
 * the end. A line inside another block, or one that is no line of a manuscript, does not count.
 */
export async function placeReport(
  state: ReviewState,
  name: string,
  before: { readonly path: string; readonly line: number } | undefined,
): Promise<PlacedReport> {
  const { review } = state;
  const made = makeReport(state, name);
  if (made?.manuscript !== undefined) return made;
  const manuscripts = [...review.files.values()].filter(each => each.kind === 'manuscript');
  const wanted = before && manuscripts.find(each => each.path === before.path);
  const file = wanted ?? manuscripts[0];
  const text = file && (await state.text(file.path));
  if (!made || !file || text === undefined) {
    return { edits: [], pictures: [], problem: l10n.t('The review has no manuscript to put it into.') };
  }
  const lines = text.split(/\r\n|\r|\n/);
  const inBlock = (line: number): boolean =>
    review.generated.some(({ file: { path }, chunk, facts }) => {
      const from = chunk.line + facts.open.line;
      return path === file.path && from < line && line <= chunk.line + facts.content.endLine;
    });
  const atLine = wanted && before && before.line < lines.length && !inBlock(before.line);
  const line = atLine ? before.line : lines.length - 1;
  const character = atLine ? 0 : (lines[line] ?? '').length;
  const filled = blockAt(review, name, file.path, line);
  if (!filled) return { edits: [], pictures: [], problem: l10n.t('There is no report "{0}".', name) };
  const block = `<!-- metasynth:${name} -->${filled.text}<!-- /metasynth:${name} -->\n`;
  // A block is a paragraph of its own: an empty line before it, and one behind it where anything follows.
  const last = atLine ? (lines[line - 1] ?? '') : lines[line]!.trim() === '' ? (lines[line - 1] ?? '') : lines[line]!;
  const open = last.trim() === '' ? '' : character === 0 ? '\n' : '\n\n';
  const position = { line, character };
  return {
    edits: [
      {
        uri: joinAddress(state.root, file.path),
        range: { start: position, end: position },
        expected: '',
        newText: `${open}${block}${atLine && lines[line]!.trim() !== '' ? '\n' : ''}`,
      },
    ],
    manuscript: joinAddress(state.root, file.path),
    pictures: pictureFiles(state, filled.pictures),
  };
}
