// The one test command. Runs every suite, even after a failure, and ends with a line `N passed, N failed` over all of them.
// `npm test -- unit protocol` runs only the suites named.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const output = join(root, 'test-output');
const counts = join(output, 'counts');

/** A suite that is a tool: it passes or fails as one. */
const tool = (name, ...command) => ({ name, run: () => record(name, npx(command) === 0 ? [1, 0] : [0, 1]) });
/** A suite that writes its own counts. */
const script = (name, ...command) => ({ name, run: () => node(command) });
const vitest = (name, config) => ({
  name,
  run: () => {
    const report = join(output, `${name}.json`);
    npx(['vitest', 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
    record(name, [passed, failed]);
  },
});

const suites = [
  tool('style', 'biome', 'check', '--error-on-warnings'),
  tool('types', 'tsc', '-p', '.'),
  tool('page-types', 'tsc', '-p', 'client/src/page'),
  tool('layers', 'depcruise', '--config', '.dependency-cruiser.cjs', 'client/src', 'server/src'),
  tool('build', 'node', 'scripts/build.mjs'),
  vitest('unit', 'vitest.config.mts'),
  script('grammar', 'test/grammar/run.mjs'),
  vitest('protocol', 'test/protocol/vitest.config.mts'),
  script('office', 'test/office/run.mjs'),
  script('neovim', 'test/clients/neovim.mjs'),
  tool('host-build', 'node', 'test/host/build.mjs'),
  script('node-host', 'test/host/run-node.mjs'),
  script('web-host', 'test/host/run-web.mjs'),
  script('packed', 'test/host/run-packed.mjs'),
];

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? suites : suites.filter(suite => wanted.includes(suite.name));
rmSync(counts, { recursive: true, force: true });
mkdirSync(counts, { recursive: true });
for (const { name, run } of chosen) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  try {
    run();
  } catch (error) {
    console.error(String(error));
    record(name, [0, 1]);
  }
  console.log(`── ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
process.exitCode = node(['scripts/sum-counts.mjs', ...chosen.map(suite => suite.name)]);

function record(name, [passed, failed]) {
  writeFileSync(join(counts, `${name}.json`), `${JSON.stringify({ passed, failed })}\n`);
}

function npx([command, ...rest]) {
  if (command === 'node') return node(rest);
  const file = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${command}.cmd` : command);
  return (
    spawnSync(file, rest, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' })
      .status ?? 1
  );
}

function node(rest) {
  return spawnSync(process.execPath, rest, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1;
}
