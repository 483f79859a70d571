import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { buildReview } from '../../../server/src/review/build.js';
import type { Review } from '../../../server/src/review/model.js';
import { factsOf } from './review.js';

const samples = join(import.meta.dirname, '..', '..', '..', 'samples');

/** The reviews that come with the software. */
export const sampleNames = ['peer-support', 'worked-example'] as const;

/** The texts of a sample by path, `metasynth.yaml` first. */
export function sampleTexts(name: (typeof sampleNames)[number]): Map<string, string> {
  const folder = join(samples, name);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = files.map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
  const first = ['metasynth.yaml', ...paths.filter(path => path !== 'metasynth.yaml')];
  return new Map(first.map(path => [path, readFileSync(join(folder, path), 'utf8')]));
}

export function sampleReview(name: (typeof sampleNames)[number]): Review {
  return buildReview(factsOf(sampleTexts(name)));
}
