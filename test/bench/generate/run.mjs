// `npm run generate -- FOLDER --studies 1000 [--seed 1] [--faults 40] [--blocks] [--breaking]`: writes a review, and says
// what is the matter with it.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
const programs = join(root, 'test-output', 'bench', 'programs');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    studies: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    faults: { type: 'string', default: '0' },
    blocks: { type: 'boolean', default: false },
    breaking: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('npm run generate -- FOLDER --studies 1000 [--seed 1] [--faults 40] [--blocks] [--breaking]');
  process.exit(2);
}
if (existsSync(folder) && readdirSync(folder).length > 0) {
  console.error(`${folder} is not empty. Nothing was written.`);
  process.exit(2);
}
mkdirSync(programs, { recursive: true });
const outfile = join(programs, 'generate.mjs');
await build({
  stdin: {
    contents:
      "export * from './faults/plant.js'; export * from './review.js'; export * from '../run/review-folder.js';",
    resolveDir: here,
    loader: 'ts',
  },
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
});
const { faultlessReview, faultyReview, writeReview } = await import(pathToFileURL(outfile).href);
const options = { studies: Number(values.studies), seed: Number(values.seed), blocks: values.blocks };
const faults = Number(values.faults);
const review = faults > 0 ? faultyReview({ ...options, faults, breaking: values.breaking }) : faultlessReview(options);
writeReview(folder, review.files);
for (const { code, path, line, name } of review.faults ?? []) console.log(`${path}:${line + 1}\t${code}\t${name}`);
