// VS Code for the web, as on vscode.dev: the extension host is a worker of the page, the files are a virtual system.

import { fileURLToPath } from 'node:url';
import { web } from './paths.mjs';
import { cleanEnvironment, freePort, start, untilAnswering } from './processes.mjs';

/** How long it may take until it answers, in milliseconds. */
const START_LIMIT = 60_000;

/**
 * Serves a workbench for the web in which the extension's suite runs by itself.
 * @param {{extension: string, tests: string, folder: string}} options paths: the extension's root, the bundled suite
 *   below it, and the folder to open (changes to it stay in the page's memory)
 * @returns {Promise<{page: string, log: () => string, stop: () => Promise<void>}>}
 */
export async function startWebServer({ extension, tests, folder }) {
  const port = await freePort();
  const options = {
    browserType: 'none',
    quality: 'stable',
    commit: web.commit,
    testRunnerDataDir: web.data,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: folder,
    host: '127.0.0.1',
    port,
  };
  // A process of its own, because test-web reports every request on the console and has no way to be silenced.
  const script = fileURLToPath(new URL('web-server-process.mjs', import.meta.url));
  const child = start(process.execPath, [script, JSON.stringify(options)], { env: cleanEnvironment() });
  // By the name and not the number: webviews live on subdomains of it.
  const page = `http://localhost:${port}/`;
  try {
    await untilAnswering(`http://127.0.0.1:${port}/`, child, START_LIMIT);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { page, log: child.output, stop: child.stop };
}
