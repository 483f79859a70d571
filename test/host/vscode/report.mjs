// What a runner says: lines as mocha's, `N passed, N failed` as the last of them, and the counts in a file.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { output } from './paths.mjs';

/** @typedef {import('./suite-page.mjs').SuiteResult} SuiteResult */

/** @type {(line: string) => void} */
export const print = line => void process.stdout.write(`${line}\n`);

/**
 * Runs one suite of the tests, reports it, and sets the exit code of the process.
 * @param {string} name of the suite: its counts go to `test-output/counts/NAME.json`
 * @param {string} title what is being run, for people
 * @param {() => Promise<SuiteResult>} runner an error from it counts as one failure
 */
export async function report(name, title, runner) {
  const file = join(output, 'counts', `${name}.json`);
  await rm(file, { force: true });
  const began = Date.now();
  print(`\n${title}`);
  /** @type {SuiteResult} */
  let result;
  try {
    result = await runner();
  } catch (error) {
    print(`  ${error instanceof Error ? error.message : String(error)}`);
    result = { passed: 0, failed: 1 };
  }
  await mkdir(join(output, 'counts'), { recursive: true });
  await writeFile(file, `${JSON.stringify({ passed: result.passed, failed: result.failed })}\n`);
  print(`\n${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  print(`${result.passed} passed, ${result.failed} failed`);
  // Not the exit code alone: a handle that something left open must not keep a finished run alive.
  process.exit(result.failed > 0 ? 1 : 0);
}
