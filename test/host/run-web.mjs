// The same suite in VS Code's extension host for the web: a worker, with a virtual file system.
import { buildSuites } from './build.mjs';
import { launchProfile } from './vscode/browser.mjs';
import { installWeb } from './vscode/install.mjs';
import { repository, suites } from './vscode/paths.mjs';
import { print, report } from './vscode/report.mjs';
import { runSuiteInPage } from './vscode/suite-page.mjs';
import { startWebServer } from './vscode/web-server.mjs';
import { copyReview } from './vscode/workspace.mjs';

/** For the whole suite, in milliseconds. */
const LIMIT = 240_000;

await report('web-host', 'Suite in the extension host for the web', async () => {
  await installWeb();
  await buildSuites();
  const review = await copyReview();
  const browser = await launchProfile();
  const server = await startWebServer({ extension: repository, tests: suites.web, folder: review.folder });
  try {
    return await runSuiteInPage(browser.page, server.page, { limit: LIMIT, print });
  } finally {
    await browser.close();
    await server.stop();
    review.remove();
  }
});
