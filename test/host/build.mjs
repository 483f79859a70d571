// Bundles the suite for both extension hosts into `out/test/host`: `index.js` for Node, `web.js` for a web worker.
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { repository, suites } from './vscode/paths.mjs';

const source = join(repository, 'test', 'host', 'suite');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  sourcemap: 'inline',
  metafile: true,
  logLevel: 'warning',
  absWorkingDir: repository,
};

/** Bundles both suites; rejects when a file of tests is in neither. */
export async function buildSuites() {
  const bundles = await Promise.all([
    build({
      ...common,
      platform: 'node',
      external: ['vscode', 'mocha'],
      entryPoints: [join(source, 'index.ts')],
      outfile: suites.node,
    }),
    build({
      ...common,
      platform: 'browser',
      entryPoints: [join(source, 'web.ts')],
      outfile: suites.web,
      mainFields: ['browser', 'module', 'main'],
      alias: { assert: 'assert/' },
      define: { global: 'globalThis', 'process.env.NODE_DEBUG': 'undefined' },
      // A worker has no process, and the assertion library asks it for one thing.
      banner: { js: 'globalThis.process ??= { env: {}, platform: "browser", nextTick: f => queueMicrotask(f) };' },
    }),
  ]);
  const tests = (await readdir(source)).filter(name => name.endsWith('.test.ts'));
  for (const { metafile } of bundles) {
    const bundled = new Set(Object.keys(metafile?.inputs ?? {}).map(path => basename(path)));
    const forgotten = tests.filter(name => !bundled.has(name));
    if (forgotten.length > 0) throw new Error(`tests.ts does not import ${forgotten.join(', ')}.`);
  }
  return dirname(suites.node);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await buildSuites();
