import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { picturesOf, staleBlocks } from '../documents/blocks.js';
import { locate } from '../rules/judge.js';
import { decode } from '../text/decode.js';
import { Lines } from '../text/lines.js';
import { exits, WrongUse } from './outcome.js';
import { foreignWords, pictureState, writePicture } from './pictures.js';
import { type LoadedReview, loadReviews } from './reviews.js';

/** Writes the generated blocks and the pictures that they show anew; with `check` only says which are stale. */
export async function updateCommand(dir: string | undefined, { check }: { check?: boolean }): Promise<number> {
  const { reviews } = await loadReviews(dir);
  let stale = 0;
  let foreign = 0;
  for (const review of reviews) {
    const byFile = staleByFile(review);
    for (const [path, edits] of byFile) {
      stale += edits.length;
      for (const { name } of edits)
        process.stdout.write(`${review.path(path)}: ${name} ${check ? 'is stale' : 'updated'}\n`);
      if (!check) rewrite(join(review.folder, path), edits);
    }
    for (const picture of picturesOf(review.state.review)) {
      const state = pictureState(review.folder, picture);
      const shown = review.path(picture.path);
      if (state === 'foreign') process.stderr.write(`metasynth: ${foreignWords(shown)}\n`);
      if (state === 'stale') process.stdout.write(`${shown}: ${check ? 'is stale' : 'updated'}\n`);
      if (state === 'stale' && !check) writePicture(review.folder, picture);
      if (state === 'stale') stale++;
      if (state === 'foreign') foreign++;
    }
  }
  if (stale + foreign === 0) process.stdout.write('All generated blocks fit the data.\n');
  return (check && stale > 0) || foreign > 0 ? exits.found : exits.fine;
}

interface BlockEdit {
  readonly name: string;
  readonly start: readonly [line: number, character: number];
  readonly end: readonly [line: number, character: number];
  readonly expected: string;
  readonly text: string;
}

function staleByFile(review: LoadedReview): Map<string, BlockEdit[]> {
  const byFile = new Map<string, BlockEdit[]>();
  for (const { block, text } of staleBlocks(review.state.review)) {
    const { path, range } = locate({ file: block.file, chunk: block.chunk, at: block.facts.content });
    const edit: BlockEdit = {
      name: block.facts.name,
      start: [range.line, range.character],
      end: [range.endLine, range.endCharacter],
      expected: block.facts.text,
      text,
    };
    byFile.set(path, [...(byFile.get(path) ?? []), edit]);
  }
  return byFile;
}

/** Replaces the blocks in a file and nothing else; its line breaks and its byte-order mark stay what they are. */
function rewrite(file: string, edits: readonly BlockEdit[]): void {
  const { text, encoding, bom, doubtful } = decode(readFileSync(file));
  // What cannot be written back letter for letter is not written at all.
  if (encoding !== 'utf-8' || doubtful) throw new WrongUse(`"${file}" is not written in UTF-8; save it as UTF-8 first`);
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const lines = new Lines(text);
  let result = text;
  for (const edit of [...edits].reverse()) {
    const start = lines.offsetAt(...edit.start);
    const end = lines.offsetAt(...edit.end);
    if (text.slice(start, end) !== edit.expected)
      throw new WrongUse(`"${file}" changed while it was being read; try again`);
    result = result.slice(0, start) + edit.text.replace(/\n/g, lineBreak) + result.slice(end);
  }
  // Written beside and put in place, so that a crash half-way leaves the old manuscript whole.
  const beside = `${file}.metasynth-new`;
  writeFileSync(beside, (bom ? '\ufeff' : '') + result, { mode: statSync(file).mode });
  renameSync(beside, file);
}
