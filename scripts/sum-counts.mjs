// Adds up what the suites have left in `test-output/counts/NAME.json` ({passed, failed}), one line a suite; its last
// line is `N passed, N failed`.
//
//   node scripts/sum-counts.mjs [--status CODE] [SUITE…]
//
// A suite that is named and has left nothing counts as one failure. `--status`: the exit code of the command that ran
// them; when it is not 0 although no suite failed, something outside them did, and that is one failure too.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(resolve(fileURLToPath(new URL('..', import.meta.url))), 'test-output', 'counts');

/** @param {string[]} args */
async function main(args) {
  const flag = args.indexOf('--status');
  const status = flag < 0 ? 0 : Number(args[flag + 1] ?? 1);
  const expected = flag < 0 ? args : args.toSpliced(flag, 2);
  await mkdir(folder, { recursive: true });
  const found = (await readdir(folder)).filter(name => name.endsWith('.json')).map(name => name.slice(0, -5));
  const names = [...new Set([...expected, ...found.sort()])];
  const width = Math.max(0, ...names.map(name => name.length));
  let passed = 0;
  let failed = 0;
  const print = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
  print('');
  for (const name of names) {
    const counts = found.includes(name) ? await readCounts(name) : undefined;
    if (counts === undefined) {
      failed += 1;
      print(`${name.padEnd(width)}  did not finish`);
      continue;
    }
    passed += counts.passed;
    failed += counts.failed;
    print(`${name.padEnd(width)}  ${counts.passed} passed, ${counts.failed} failed`);
  }
  if (names.length === 0) {
    failed += 1;
    print('No suite has run.');
  } else if (failed === 0 && status !== 0) {
    failed += 1;
    print(`Every suite passed, but the command that runs them ended with ${status}.`);
  }
  print(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/**
 * @param {string} name
 * @returns {Promise<{passed: number, failed: number} | undefined>} undefined when the file holds no counts
 */
async function readCounts(name) {
  try {
    const { passed, failed } = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));
    return Number.isInteger(passed) && Number.isInteger(failed) ? { passed, failed } : undefined;
  } catch {
    return undefined;
  }
}

await main(process.argv.slice(2));
