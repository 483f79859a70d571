// The packed extension, installed as a user installs it, and looked at in a real workbench. Each file of
// `test/host/packed/` holds looks; their pictures go to `test-output/screenshots/`. Names of such files, given as arguments, run
// those alone: `node test/host/run-packed.mjs appraisal`; METASYNTH_LOOK, a pattern, those with such a title.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchBrowser } from './vscode/browser.mjs';
import { temporaryFolder } from './vscode/cleanup.mjs';
import { installServer } from './vscode/install.mjs';
import { pack } from './vscode/pack.mjs';
import { within } from './vscode/processes.mjs';
import { print, report } from './vscode/report.mjs';
import { installExtension, startServer } from './vscode/server.mjs';
import { Workbench } from './vscode/workbench.mjs';
import { copyReview } from './vscode/workspace.mjs';

/** For one look, in milliseconds. */
const LIMIT = 90_000;

/**
 * What a look is given.
 * @typedef {object} Scene
 * @property {string} folder the review's copy, for this look alone
 * @property {(file?: string) => Promise<Workbench>} open opens a workbench on the folder, with that file of it
 */

/**
 * One thing that a user sees. It throws when it is not as it should be.
 * @typedef {{title: string, look: (scene: Scene) => Promise<void>}} Look
 */

await report('packed', 'Looks at the packed extension', async () => {
  await installServer();
  const folder = fileURLToPath(new URL('packed/', import.meta.url));
  const wanted = process.argv.slice(2).map(name => `${name}.mjs`);
  const files = (await readdir(folder))
    .filter(name => name.endsWith('.mjs') && (wanted.length === 0 || wanted.includes(name)))
    .sort();
  /** @type {Look[]} */
  const looks = [];
  for (const file of files) looks.push(...(await import(pathToFileURL(join(folder, file)).href)).looks);

  const title = new RegExp(process.env.METASYNTH_LOOK ?? '');
  const chosen = looks.filter(look => title.test(look.title));

  const { path: extensions, remove } = await temporaryFolder('extensions');
  await installExtension(await pack(), extensions);
  const browser = await launchBrowser();
  const server = await startServer({ extensions });
  const result = { passed: 0, failed: 0 };
  try {
    for (const [index, look] of chosen.entries()) {
      const began = Date.now();
      try {
        await within(take(look, index), LIMIT, 'It').catch(async error => {
          // A workbench on a busy machine may miss a key or a moment. What is broken fails a second time as well.
          print(`  ↻ ${look.title}: tried once more, after ${messageOf(error).split('\n')[0]}`);
          await within(take(look, index), LIMIT, 'It');
        });
        result.passed += 1;
        print(`  ✔ ${look.title} (${Date.now() - began} ms)`);
      } catch (error) {
        result.failed += 1;
        print(`  ${result.failed}) ${look.title}`);
        for (const line of messageOf(error).split('\n').slice(0, 12)) print(`       ${line}`);
      }
    }
    if (chosen.length === 0) throw new Error('There is no look.');
    return result;
  } finally {
    await browser.close();
    await server.stop();
    remove();
  }

  /** @param {Look} look @param {number} index */
  async function take({ look }, index) {
    const review = await copyReview();
    const page = await browser.page();
    try {
      await look({
        folder: review.folder,
        open: file =>
          Workbench.open(
            page,
            server.page(
              review.folder,
              file === undefined ? {} : { openFile: server.remote(join(review.folder, file)) },
            ),
          ),
      });
    } catch (error) {
      await new Workbench(page).screenshot(`failed-${index + 1}`).catch(() => undefined);
      throw error;
    } finally {
      await page.context().close();
      review.remove();
    }
  }
});

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
