// What a user sees of a review that is there: the Problems view, the pages of its diagnostics, hovers, the status bar.
import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the sample is told of; the list shows only as many rows as there is room for, so any of them will do. */
const told =
  /not one of the 34 included studies|The text says|The sentence says|does not meet the criterion|only a total/;

/** @type {import('../run-packed.mjs').Look[]} */
export const looks = [
  {
    title: 'the Problems view tells of the sample, and the status bar of how much there is to look at',
    async look({ folder, open }) {
      const workbench = await open('synthesis.md');
      await workbench.untilText('Peer support workers help others');
      await workbench.problems(told);
      // Only rows in sight are on the page, so the panel takes the whole height for a moment.
      await workbench.command('View: Toggle Maximized Panel');
      await workbench.page.waitForTimeout(500);
      const rows = await workbench.problems(told);
      assert.ok(rows.some(row => told.test(row)));
      assert.ok((await workbench.statusBar()).some(text => text.includes('34 studies · 11 to look at')));
      await workbench.command('View: Toggle Maximized Panel');
      await workbench.page.keyboard.press('Control+1');
      await workbench.goToLine(await lineOf(folder, '@freeman]'));
      await workbench.untilSquiggle();
      await workbench.screenshot('diagnostics');
    },
  },
  {
    title: 'the code behind a message leads to its page',
    async look({ open }) {
      const workbench = await open('synthesis.md');
      await workbench.untilText('Peer support workers help others');
      await workbench.problems(told);
      const link = workbench.page
        .locator('.markers-panel-container a, .markers-panel a')
        .filter({ hasText: /^[a-z]+\.[a-z-]+$/ })
        .first();
      const code = (await link.textContent()) ?? '';
      await link.click();
      await workbench.page.locator('.tab').filter({ hasText: code }).first().waitFor();
      const preview = await pageInFrames(workbench.page, 'Why it matters');
      assert.ok(preview.includes(`${code} · `));
      await workbench.screenshot('explain');
    },
  },
  {
    title: 'a hover on a construct sums it up',
    async look({ folder, open }) {
      const workbench = await open('synthesis.md');
      await workbench.untilText('Peer support workers help others');
      await workbench.problems(told);
      await workbench.page.keyboard.press('Control+J');
      await workbench.page.keyboard.press('Control+1');
      await workbench.goToLine((await lineOf(folder, '## Reframing of identity')) + 1);
      const hover = await workbench.hover('Reframing of identity through');
      await workbench.screenshot('hover');
      assert.match(hover, /construct 1 of 2/);
      assert.match(hover, /32 of 34 studies cited under it/);
      assert.match(hover, /Strengths: 22 findings, 28 studies/);
      assert.match(hover, /Challenges: 7 findings, 10 studies/);
      assert.match(hover, /Ingram 2013/);
    },
  },
  {
    title: 'the table and the outline are brought up to date in the manuscript, and undone in one step',
    async look({ folder, open }) {
      const manuscript = join(folder, 'synthesis.md');
      const text = await readFile(manuscript, 'utf8');
      await writeFile(manuscript, emptied(emptied(text, 'synthesis-table'), 'outline'));
      const workbench = await open('studies/gillard2013.md');
      await workbench.untilText('giving-back');
      await workbench.problems(told);
      await workbench.page.keyboard.press('Control+J');
      await workbench.command('Metasynth: Generate Synthesis Table');
      await workbench.untilText('| 2 | Aoun et al. 2012 | AUS |');
      await workbench.screenshot('synthesis-table');
      await workbench.page.keyboard.press('Control+Z');
      await workbench.page.waitForFunction(() => !document.querySelector('.view-lines')?.textContent?.includes('Aoun'));
      await workbench.command('Metasynth: Generate Line-of-Argument Outline');
      await workbench.untilText('1. Reframing of identity through reciprocal relations');
      await workbench.screenshot('outline');
      assert.equal(await workbench.page.locator('.notification-toast').count(), 0);
    },
  },
  {
    title: 'a construct that nobody has written of yet is drafted where it belongs, and undone in one step',
    async look({ folder, open }) {
      const manuscript = join(folder, 'synthesis.md');
      const text = await readFile(manuscript, 'utf8');
      const [from, to] = [text.indexOf('## Therapeutic use'), text.indexOf('## Line of argument')];
      const without = text.slice(0, from) + text.slice(to);
      await writeFile(manuscript, without);
      const workbench = await open('synthesis.md');
      await workbench.untilReady();
      await workbench.command('Metasynth: Draft Results Section');
      await workbench.untilSeen('metasynth:flow');
      const line = without.split('\n').findIndex(each => each.startsWith('## Line of argument'));
      // Pictures and the table's figure come in above it.
      await workbench.goToLine(line + 25);
      await workbench.untilText('theme:boundaries');
      await workbench.screenshot('drafted-section');
      await workbench.page.keyboard.press('Control+S');
      await workbench.untilOnDisk(async () => (await readFile(manuscript, 'utf8')).includes('**Boundaries** ('));
      const drafted = await readFile(manuscript, 'utf8');
      assert.ok(drafted.indexOf('## Therapeutic use') < drafted.indexOf('## Line of argument'));
      await workbench.page.keyboard.press('Control+Z');
      await workbench.page.keyboard.press('Control+S');
      await workbench.untilOnDisk(async () => (await readFile(manuscript, 'utf8')) === without);
      assert.equal(await workbench.page.locator('.notification-toast').count(), 0);
    },
  },
  {
    title: 'in a folder without a metasynth.yaml nothing of it shows',
    async look({ folder, open }) {
      await rm(join(folder, 'metasynth.yaml'));
      const workbench = await open('synthesis.md');
      await workbench.untilText('Peer support workers help others');
      await workbench.page.waitForTimeout(4_000);
      assert.deepEqual(
        (await workbench.statusBar()).filter(text => text.includes('studies')),
        [],
      );
      assert.equal(await workbench.page.locator('.monaco-editor [class*="squiggly-"]').count(), 0);
      await workbench.page.keyboard.press('F1');
      await workbench.page.locator('.quick-input-widget input').first().fill('>Metasynth: Generate');
      await workbench.page.waitForTimeout(500);
      const offered = await workbench.page.locator('.quick-input-list .monaco-list-row').allInnerTexts();
      assert.deepEqual(
        offered.filter(text => text.includes('Generate Synthesis Table')),
        [],
      );
    },
  },
];

/** @param {string} text @param {string} name */
function emptied(text, name) {
  return text.replace(new RegExp(`(<!-- metasynth:${name} -->)[\\s\\S]*?(<!-- /metasynth:${name} -->)`), '$1\n$2');
}

/** The number, from 1, of the line of the manuscript that holds some words. @param {string} folder @param {string} words */
async function lineOf(folder, words) {
  const lines = (await readFile(join(folder, 'synthesis.md'), 'utf8')).split('\n');
  return lines.findIndex(line => line.includes(words)) + 1;
}

/**
 * The text of the webview that holds some words; previews stand in frames inside frames.
 * @param {import('playwright-core').Page} page @param {string} words
 */
async function pageInFrames(page, words) {
  for (let tries = 0; tries < 60; tries += 1) {
    for (const frame of page.frames()) {
      const text = await frame
        .locator('body')
        .textContent({ timeout: 1_000 })
        .catch(() => '');
      if (frame !== page.mainFrame() && text?.includes(words)) return text;
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`No preview shows ${JSON.stringify(words)}.`);
}
