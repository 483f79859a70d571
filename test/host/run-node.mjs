// The suite in VS Code's extension host for Node, in a real workbench.
import { buildSuites } from './build.mjs';
import { launchBrowser } from './vscode/browser.mjs';
import { installServer } from './vscode/install.mjs';
import { repository, suites } from './vscode/paths.mjs';
import { print, report } from './vscode/report.mjs';
import { startServer } from './vscode/server.mjs';
import { runSuiteInPage } from './vscode/suite-page.mjs';
import { copyReview } from './vscode/workspace.mjs';

/** For the whole suite, in milliseconds. */
const LIMIT = 240_000;

await report('node-host', 'Suite in the extension host for Node', async () => {
  await installServer();
  await buildSuites();
  const review = await copyReview();
  const browser = await launchBrowser();
  const server = await startServer();
  try {
    const url = server.page(review.folder, {
      extensionDevelopmentPath: server.remote(repository),
      extensionTestsPath: server.remote(suites.node),
    });
    return await runSuiteInPage(await browser.page(), url, { limit: LIMIT, print });
  } finally {
    // The browser first: a server that is stopped under it leaves the page reconnecting.
    await browser.close();
    await server.stop();
    review.remove();
  }
});
