import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { nodeHost } from '../lsp/node-host.js';
import { reviewFile } from '../review/paths.js';
import type { ReviewState } from '../workspace/review-state.js';
import { Workspace } from '../workspace/workspace.js';
import { WrongUse } from './outcome.js';

/** Reviews read from a disk, and the folder that their paths are told relative to. */
export interface Loaded {
  readonly base: string;
  readonly reviews: readonly LoadedReview[];
}

export interface LoadedReview {
  readonly state: ReviewState;
  /** The review's folder on the disk. */
  readonly folder: string;
  /** A file of the review as a path relative to the base, with `/`. */
  path(inReview: string): string;
}

/**
 * Reads the reviews of a folder: the one that it is or lies in (looking upwards for the nearest `metasynth.yaml`), else all
 * below it.
 */
export async function loadReviews(given: string | undefined): Promise<Loaded> {
  const base = resolve(given ?? '.');
  if (!existsSync(base)) throw new WrongUse(`there is no folder "${given ?? '.'}"`);
  if (!statSync(base).isDirectory()) throw new WrongUse(`"${given ?? '.'}" is a file; name the review's folder`);
  const root = nearestUpwards(base) ?? base;
  const workspace = new Workspace(nodeHost(), () => {});
  await workspace.setFolders([URI.file(root).toString()]);
  const reviews = workspace.reviews.map((state): LoadedReview => {
    const folder = URI.parse(state.root).fsPath;
    return {
      state,
      folder,
      path: inReview => {
        const shown = relative(base, join(folder, inReview));
        return shown.split(sep).join('/');
      },
    };
  });
  if (reviews.length === 0 && existsSync(join(base, 'metasynth.yml'))) {
    throw new WrongUse(`there is a "metasynth.yml" here; rename it ${reviewFile}`);
  }
  if (reviews.length === 0) {
    throw new WrongUse(`no review here: neither "${given ?? '.'}" nor a folder above or below it has a ${reviewFile}`);
  }
  return { base, reviews: reviews.sort((a, b) => (a.folder < b.folder ? -1 : 1)) };
}

/** The one review of a folder, for commands that make one report. */
export async function loadReview(given: string | undefined): Promise<LoadedReview> {
  const { reviews, base } = await loadReviews(given);
  const nearest = nearestUpwards(base);
  const [first] = reviews.filter(review => review.folder === nearest || reviews.length === 1);
  if (!first) {
    const folders = reviews.map(review => relative(base, review.folder) || '.').join(', ');
    throw new WrongUse(`there are ${reviews.length} reviews here; name one: ${folders}`);
  }
  return first;
}

function nearestUpwards(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, reviewFile))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
