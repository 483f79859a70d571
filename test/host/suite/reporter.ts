// Reports the suite to whoever runs it. Extension hosts pass on what is written to the console, among much else, so that
// every line carries a mark by which the runner knows it (test/host/vscode/suite-page.mjs).

const LINE = 'metasynth-test ';
const RESULT = 'metasynth-result ';

/** How long a test may take before its time is shown, in milliseconds. */
const SLOW = 75;

/** How many lines of a failure's stack are shown. */
const STACK_LINES = 6;

/** What a run came to. */
export interface Result {
  passed: number;
  failed: number;
}

/** What of mocha's runner the reporter listens to; the same in Node and in a worker. */
type Runner = Pick<Mocha.Runner, 'on'>;

/**
 * Makes a reporter for mocha that is a plain function, since mocha's own ones write to a terminal or a page.
 * @param result is counted up while the suite runs
 */
export function lineReporter(result: Result): Mocha.ReporterConstructor {
  // A function and no arrow, because mocha calls it with `new`.
  return function report(runner: Runner): void {
    let depth = 0;
    const say = (text: string) => console.log(`${LINE}${'  '.repeat(depth)}${text}`);
    runner.on('suite', suite => {
      if (suite.title !== '') say(suite.title);
      depth += 1;
    });
    runner.on('suite end', () => {
      depth -= 1;
    });
    runner.on('pass', test => {
      result.passed += 1;
      const time = test.duration !== undefined && test.duration > SLOW ? ` (${test.duration} ms)` : '';
      say(`✔ ${test.title}${time}`);
    });
    runner.on('fail', (test, error: Error) => {
      result.failed += 1;
      say(`${result.failed}) ${test.title}`);
      for (const line of explain(error)) say(`     ${line}`);
    });
    // A test that is skipped proves nothing, and must not go unnoticed.
    runner.on('pending', test => {
      result.failed += 1;
      say(`${result.failed}) ${test.title}`);
      say('     This test was skipped.');
    });
    runner.on('end', () => console.log(`${RESULT}${JSON.stringify(result)}`));
  } as unknown as Mocha.ReporterConstructor;
}

function explain(error: Error): string[] {
  const stack = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [...error.message.split('\n'), ...stack.slice(0, STACK_LINES).map(line => line.trim())];
}
