// Runs a suite inside a workbench's page and listens to what it says.
import { pause } from './processes.mjs';

/** What the suite's reporter puts before each of its lines; everything else on the console is the workbench's. */
export const LINE = 'metasynth-test ';
/** What every workbench says here and what explains nothing: optional native modules, and files that a folder may lack. */
const USUAL =
  /bindings file|native-watchdog|open-vsx|\[Service Worker\]|AgentHost|mcp\.json|(settings|tasks|launch)\.json|vscode-test-web:\/\/mount\/('|\.vscode)/;

/** What it puts before its result. */
export const RESULT = 'metasynth-result ';

/**
 * @typedef {object} SuiteResult
 * @property {number} passed
 * @property {number} failed at least 1 whenever the run as a whole did not succeed
 */

/**
 * Opens a workbench whose address tells it to run a suite, and waits for the suite's end.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {{limit: number, print: (line: string) => void}} options limit in milliseconds for the whole run
 * @returns {Promise<SuiteResult>}
 */
export async function runSuiteInPage(page, url, { limit, print }) {
  /** @type {string[]} */
  const noise = [];
  /** @type {SuiteResult | undefined} */
  let result;
  /** @type {(code: number) => void} */
  let exit = () => {};
  /** @type {Promise<number>} */
  const exited = new Promise(resolve => {
    exit = resolve;
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    const text = args.map(arg => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
    const line = text.indexOf(LINE);
    const end = text.indexOf(RESULT);
    if (end >= 0) result = JSON.parse(text.slice(end + RESULT.length));
    else if (line >= 0) print(text.slice(line + LINE.length));
    else if ((type === 'error' || type === 'warn') && !USUAL.test(text)) noise.push(`[${type}] ${text}`);
  });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => exit(code));
  page.on('pageerror', error => noise.push(`[page] ${error.message}`));
  page.on('crash', () => exit(-1));
  await page.goto(url, { timeout: 60_000, waitUntil: 'domcontentloaded' });
  const code = await Promise.race([exited, pause(limit).then(() => 'late')]);
  const { passed, failed } = result ?? { passed: 0, failed: 0 };
  if (code === 0 && failed === 0 && passed > 0) return { passed, failed };
  if (failed > 0 && code === 1) return { passed, failed };
  print(why(code, result, limit));
  for (const line of noise.slice(-20)) print(`  ${line.slice(0, 400)}`);
  return { passed, failed: failed + 1 };
}

/** @param {number | string} code @param {SuiteResult | undefined} result @param {number} limit */
function why(code, result, limit) {
  if (code === 'late') return `The suite did not end within ${limit / 1000} s. What the workbench said last:`;
  if (result === undefined) return `The suite did not run (exit code ${code}). What the workbench said last:`;
  if (result.passed + result.failed === 0) return 'The suite holds no test.';
  return `The suite ended with ${code}, although it counted ${JSON.stringify(result)}.`;
}
