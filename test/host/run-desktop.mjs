// The same suite in a desktop VS Code, which `@vscode/test-electron` downloads. Needs the open internet and a display
// (`xvfb-run` gives one on a server).
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { buildSuites } from './build.mjs';
import { installed, repository, suites } from './vscode/paths.mjs';
import { print, report } from './vscode/report.mjs';
import { copyReview } from './vscode/workspace.mjs';

await report('desktop-host', 'Suite in a desktop VS Code', async () => {
  await buildSuites();
  /** @type {string} */
  let vscodeExecutablePath;
  try {
    vscodeExecutablePath = await downloadAndUnzipVSCode({ version: 'stable', cachePath: installed });
  } catch (error) {
    print('  VS Code could not be downloaded from update.code.visualstudio.com, so this suite cannot run here.');
    print('  `npm run test:host` runs the same tests in a VS Code from the npm registry.');
    throw error;
  }
  const review = await copyReview();
  const result = join(review.folder, '..', 'result.json');
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: repository,
      extensionTestsPath: suites.node,
      launchArgs: [review.folder, '--disable-extensions'],
      extensionTestsEnv: { METASYNTH_TEST_RESULT: result },
    }).catch(() => undefined);
    const counted = await readFile(result, 'utf8').catch(() => {
      throw new Error('VS Code ended before the suite did.');
    });
    return JSON.parse(counted);
  } finally {
    review.remove();
  }
});
