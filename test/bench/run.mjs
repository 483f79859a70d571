// `npm run bench`: builds the product as it is shipped and the bench itself, and runs it. See README.md beside this file.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const programs = join(root, 'test-output', 'bench', 'programs');

const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--minify'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
await build({
  absWorkingDir: root,
  entryPoints: ['main', 'floor', 'bare-server', 'peer-markdown'].map(name => join(here, 'run', `${name}.ts`)),
  outdir: programs,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const run = spawnSync(process.execPath, [join(programs, 'main.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, METASYNTH_ROOT: root },
});
process.exitCode = run.status ?? 1;
