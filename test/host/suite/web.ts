// The entry of the suite in an extension host for the web: a worker, without a page and without Node.
import 'mocha/mocha.js';
import { lineReporter, type Result } from './reporter.js';
import { TEST_LIMIT } from './support.js';

/** Runs every test; rejects when one fails, as VS Code expects of it. */
export async function run(): Promise<void> {
  const result: Result = { passed: 0, failed: 0 };
  mocha.setup({ ui: 'tdd', reporter: lineReporter(result), timeout: TEST_LIMIT });
  await import('./tests.js');
  await new Promise<void>(resolve => {
    mocha.run(() => resolve());
  });
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.passed + result.failed} tests failed.`);
}
