// The entry of the suite in an extension host for Node: VS Code calls `run`, on the desktop as in the server.
import { writeFile } from 'node:fs/promises';
import Mocha from 'mocha';
import { lineReporter, type Result } from './reporter.js';
import { TEST_LIMIT } from './support.js';

/** Runs every test; rejects when one fails, as VS Code expects of it. */
export async function run(): Promise<void> {
  const result: Result = { passed: 0, failed: 0 };
  const mocha = new Mocha({ ui: 'tdd', reporter: lineReporter(result), timeout: TEST_LIMIT });
  // Defines `suite` and `test`; mocha does this itself only for files that it loads, and these are bundled.
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  await import('./tests.js');
  await new Promise<void>(resolve => {
    mocha.run(() => resolve());
  });
  const file = process.env.METASYNTH_TEST_RESULT;
  if (file !== undefined) await writeFile(file, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.passed + result.failed} tests failed.`);
}
