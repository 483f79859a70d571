import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Picture } from '../documents/blocks.js';
import { pictureMark } from '../figures/drawing.js';
import { WrongUse } from './outcome.js';

/** What lies where a picture belongs: it, an older one or none, or something that somebody else made. */
export type PictureState = 'fits' | 'stale' | 'foreign';

/** Looks at the place of a picture in a folder. A link is never followed: it might lead out of the folder. */
export function pictureState(folder: string, { path, svg }: Picture): PictureState {
  const parts = path.split('/');
  for (let count = 1; count < parts.length; count++) {
    const above = lstatSync(join(folder, ...parts.slice(0, count)), { throwIfNoEntry: false });
    if (above === undefined) return 'stale';
    if (!above.isDirectory()) return 'foreign';
  }
  const file = join(folder, ...parts);
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (there === undefined) return 'stale';
  if (!there.isFile()) return 'foreign';
  const text = readFileSync(file, 'utf8').replace(/\r\n/g, '\n');
  if (text === svg) return 'fits';
  return text.includes(pictureMark) ? 'stale' : 'foreign';
}

/** Writes a picture that is stale. What somebody else made is left as it is. */
export function writePicture(folder: string, picture: Picture): void {
  if (pictureState(folder, picture) !== 'stale') return;
  const file = join(folder, ...picture.path.split('/'));
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.metasynth-new`, picture.svg);
    renameSync(`${file}.metasynth-new`, file);
  } catch (error) {
    throw new WrongUse(`"${file}" cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Why a picture was not written. */
export function foreignWords(path: string): string {
  return `${path}: is not written, since what lies there is no picture that Metasynth made; move it, or give it another name`;
}
