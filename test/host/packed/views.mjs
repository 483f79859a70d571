// The views beside the editor, in a dark and a light theme, and what they show where no review is.
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { frameWith } from '../vscode/webview.mjs';
import { screenshots } from '../vscode/workbench.mjs';

/** @typedef {import('../vscode/workbench.mjs').Workbench} Workbench */

/** @type {import('../run-packed.mjs').Look[]} */
export const looks = [
  ...[
    ['Default Dark Modern', 'dark'],
    ['Default Light Modern', 'light'],
  ].map(([theme = '', name = '']) => ({
    title: `the studies and constructs of a review stand beside its text, in the theme ${theme}`,
    /** @param {import('../run-packed.mjs').Scene} scene */
    async look({ folder, open }) {
      await settings(folder, { 'metasynth.reviewer': 'JM', 'workbench.colorTheme': theme });
      await mkdir(join(folder, 'appraisals'));
      const all = Array.from({ length: 10 }, (_, index) => `${index + 1}: yes`).join(', ');
      await writeFile(join(folder, 'appraisals/JM.yaml'), `gillard2013: {${all}}\nmoran2012: {1: yes, 2: yes}\n`);
      const workbench = await open('synthesis.md');
      await workbench.untilReady();
      await workbench.command('Metasynth: Focus on Constructs View');
      const rows = workbench.page.locator('.pane-body .monaco-list-row');
      // A click opens the codebook; what is below is opened by the arrow.
      await rows.filter({ hasText: 'Reframing of identity' }).first().locator('.monaco-tl-twistie').click();
      await rows.filter({ hasText: 'To appraise' }).first().locator('.monaco-tl-twistie').click();
      await rows.filter({ hasText: 'Begun' }).first().waitFor();
      await rows.filter({ hasText: '2 of 10 answered' }).first().waitFor();
      await rows.filter({ hasText: 'study · thin' }).first().waitFor();
      await workbench.page.locator('.activitybar .badge-content').filter({ hasText: '33' }).waitFor();
      await workbench.screenshot(`views-${name}`);
      const sidebar = workbench.page.locator('.part.sidebar');
      await sidebar.screenshot({ path: join(screenshots, `sidebar-${name}.png`) });
    },
  })),
  {
    title: 'a click on the status offers the places from which a review is looked at',
    async look({ open }) {
      const workbench = await open('synthesis.md');
      await workbench.untilReady();
      await workbench.page.locator('.statusbar-item').filter({ hasText: '34 studies' }).first().click();
      const offered = (await workbench.picks()).join('\n');
      await workbench.screenshot('overview');
      assert.match(offered, /Problems[\s\S]*Appraise Study[\s\S]*Reports/);
    },
  },
  {
    title: 'where no review is, the view offers the sample and a start, and the walkthrough can be read',
    async look({ folder, open }) {
      await rm(join(folder, 'metasynth.yaml'));
      const workbench = await open('synthesis.md');
      await workbench.page.locator('.activitybar .action-label[aria-label*="Metasynth"]').first().click();
      const buttons = workbench.page.locator('.welcome-view .monaco-button');
      await buttons.filter({ hasText: 'Start a Review' }).first().waitFor();
      await buttons.filter({ hasText: 'Open the Sample' }).first().waitFor();
      assert.equal(await workbench.page.locator('.pane-header').filter({ hasText: 'Constructs' }).count(), 0);
      await workbench.screenshot('views-without-a-review');
      await workbench.page.locator('.welcome-view a').filter({ hasText: 'five minutes' }).first().click();
      await workbench.page.getByText('Have the synthesis table written').first().waitFor();
      await frameWith(workbench.page, 'td code');
      await workbench.screenshot('walkthrough');
    },
  },
];

/** @param {string} folder @param {Record<string, unknown>} given */
async function settings(folder, given) {
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(given));
}
