import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { draftResults, manuscriptPaths } from '../documents/draft/draft-results.js';
import type { TextEdit } from '../editing/change.js';
import { exits, WrongUse } from './outcome.js';
import { foreignWords, pictureState, writePicture } from './pictures.js';
import { loadReview } from './reviews.js';
import { rewrite } from './rewrite.js';

export interface DraftOptions {
  readonly write?: boolean;
}

/** Prints the manuscript with what its results lack put in; with `write` puts it into the file. */
export async function draftCommand(dir: string | undefined, { write }: DraftOptions): Promise<number> {
  const loaded = await loadReview(dir);
  const { review } = loaded.state;
  const texts = await loaded.state.texts(manuscriptPaths(review));
  const made = draftResults(review, path => texts.get(path));
  if (!made.ok) throw new WrongUse(made.reason);
  const { change, texts: after, pictures, added } = made.value;
  if (!write) {
    const printed = after.size > 0 ? after : texts;
    for (const text of printed.values()) process.stdout.write(text);
    return exits.fine;
  }
  for (const [path, edits] of byFile(change.edits)) {
    rewrite(
      join(loaded.folder, path),
      edits.map(({ range, expected, text }) => ({
        start: [range.line, range.character],
        end: [range.endLine, range.endCharacter],
        expected,
        text,
      })),
    );
  }
  for (const { path, text } of change.created) {
    const file = join(loaded.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    // The flag refuses a file that has come in the meantime.
    writeFileSync(file, text, { flag: 'wx' });
  }
  for (const { path, name } of added) process.stdout.write(`${loaded.path(path)}: ${oneLine(name)} drafted\n`);
  let foreign = 0;
  for (const picture of pictures) {
    const state = pictureState(loaded.folder, picture);
    if (state === 'foreign') process.stderr.write(`metasynth: ${foreignWords(loaded.path(picture.path))}\n`);
    if (state === 'foreign') foreign++;
    if (state === 'stale') writePicture(loaded.folder, picture);
  }
  if (after.size === 0) process.stdout.write('The results lack nothing that could be drafted.\n');
  return foreign > 0 ? exits.found : exits.fine;
}

/** A label cannot steer the terminal. */
function oneLine(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function byFile(edits: readonly TextEdit[]): Map<string, TextEdit[]> {
  const files = new Map<string, TextEdit[]>();
  for (const edit of edits) files.set(edit.path, [...(files.get(edit.path) ?? []), edit]);
  return files;
}
