// A copy of the sample review for one run, so that no test can change the repository.
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { temporaryFolder } from './cleanup.mjs';
import { sample } from './paths.mjs';

/**
 * Copies a review into a temporary folder.
 * @param {string} [folder] the sample unless told
 * @returns {Promise<{folder: string, remove: () => void}>}
 */
export async function copyReview(folder = sample) {
  const { path, remove } = await temporaryFolder('review');
  const copy = join(path, basename(folder));
  await cp(folder, copy, { recursive: true });
  return { folder: copy, remove };
}
