import { join } from 'node:path';
import { picturesOf, staleBlocks } from '../documents/blocks.js';
import { locate } from '../rules/judge.js';
import { exits } from './outcome.js';
import { foreignWords, pictureState, writePicture } from './pictures.js';
import { type LoadedReview, loadReviews } from './reviews.js';
import { type FileEdit, rewrite } from './rewrite.js';

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

interface BlockEdit extends FileEdit {
  readonly name: string;
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
