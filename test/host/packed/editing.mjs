// What a user does with themes, appraisals and citations: completing, merging, undoing, mending, jumping.
import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../run-packed.mjs').Look[]} */
export const looks = [
  {
    title: 'a theme is completed while it is typed, with its label',
    async look({ folder, open }) {
      const file = 'studies/gillard2013.md';
      const text = await readFile(join(folder, file), 'utf8');
      const line = text.split('\n').findIndex(each => each.startsWith('themes:')) + 1;
      const workbench = await open(file);
      await workbench.untilText('themes:');
      await workbench.untilReady();
      await workbench.goToLine(line);
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('  - reciproci', { delay: 40 });
      const offered = await workbench.completions(/recip/i);
      await workbench.screenshot('completing-a-theme');
      assert.match(offered[0] ?? '', /reciprocity/i);
      await workbench.page.keyboard.press('Enter');
      await workbench.untilText('reciprocity');
    },
  },
  {
    title: 'two themes are merged over all studies after a look at what changes, and undone in one step',
    async look({ folder, open }) {
      const before = await texts(folder);
      const workbench = await open('codebook.yaml');
      await workbench.untilText('themes:');
      await workbench.untilReady();
      await workbench.command('Metasynth: Merge Themes…');
      await workbench.pick('giving-back');
      await workbench.pick('reciprocity');
      const shown = await workbench.picks();
      await workbench.screenshot('merging-themes-preview');
      assert.ok(shown.length > 3, shown.join('\n'));
      await workbench.page.keyboard.press('Enter');
      await workbench.untilOnDisk(async () => (await texts(folder)).join('\n').includes('reciprocity: '));
      const merged = await texts(folder);
      const changed = merged.filter((text, index) => text !== before[index]).length;
      assert.ok(changed > 3, `${changed} files changed`);
      assert.ok(!merged.some(text => /^ {2}- giving-back$/m.test(text)));
      await workbench.screenshot('merged-themes');
      await workbench.page.locator('.monaco-editor .view-lines').first().click();
      await workbench.page.keyboard.press('Control+Z');
      // All files are undone together, and then unsaved; on a slow machine some of them are so later than others.
      const isBack = async () => (await texts(folder)).every((text, index) => text === before[index]);
      for (let saved = 0; saved < 3 && !(await isBack()); saved++) {
        await workbench.page.waitForTimeout(1_500);
        await workbench.command('File: Save All Files');
      }
      await workbench.untilOnDisk(isBack);
    },
  },
  {
    title: 'a theme is renamed where it stands, after a look at every change, in all files, and undone in one step',
    async look({ folder, open }) {
      const before = await texts(folder);
      const workbench = await open('studies/brunier2002.md');
      await workbench.untilReady();
      const { page } = workbench;
      const place = await workbench.placeOf('reciprocity');
      await page.mouse.click(place.x, place.y);
      const box = page.locator('.rename-box input, .rename-input');
      for (let tries = 0; tries < 5 && !(await box.first().isVisible()); tries++) {
        await page.keyboard.press('F2');
        await box
          .first()
          .waitFor({ timeout: 3_000 })
          .catch(() => undefined);
      }
      await box.first().fill('mutuality');
      await workbench.screenshot('renaming-a-theme');
      await page.keyboard.press('Control+Enter');
      const preview = page.locator('.refactor-preview, .bulk-edit-panel').first();
      await preview.waitFor();
      await workbench.screenshot('renaming-a-theme-preview');
      const listed = await preview.locator('.monaco-list-row').allInnerTexts();
      assert.ok(
        listed.some(each => each.includes('codebook.yaml')),
        listed.join('\n'),
      );
      assert.deepEqual(await texts(folder), before, 'nothing is changed by looking');
      await page.getByRole('button', { name: 'Apply' }).first().click();
      await workbench.untilText('mutuality');
      await workbench.command('File: Save All Files');
      await workbench.untilOnDisk(async () => (await texts(folder)).every(text => !/^ {2}- reciprocity$/m.test(text)));
      assert.match(await readFile(join(folder, 'codebook.yaml'), 'utf8'), /mutuality:[\s\S]*aliases: \[reciprocity\]/);
      await page.locator('.editor-instance .monaco-editor .view-lines').first().click();
      await page.keyboard.press('Control+Z');
      const isBack = async () => (await texts(folder)).every((text, index) => text === before[index]);
      for (let saved = 0; saved < 3 && !(await isBack()); saved++) {
        await page.waitForTimeout(1_500);
        await workbench.command('File: Save All Files');
      }
      await workbench.untilOnDisk(isBack);
    },
  },
  {
    title: 'a missing appraisal is mended with one key: the study in the rater’s file, with all its questions',
    async look({ folder, open }) {
      const file = 'studies/gillard2013.md';
      const path = join(folder, file);
      await writeFile(path, (await readFile(path, 'utf8')).replace(/^casp: .*\r?\n/m, ''));
      const workbench = await open(file);
      await workbench.untilSquiggle();
      await workbench.goToLine(2);
      const fixes = await workbench.quickFixes();
      await workbench.screenshot('missing-appraisal-quick-fix');
      assert.ok(
        fixes.some(each => /JM/.test(each)),
        fixes.join('\n'),
      );
      await workbench.chooseFix(/JM/);
      await workbench.command('File: Save All Files');
      await workbench.untilOnDisk(async () => {
        const rating = await readFile(join(folder, 'appraisals/JM.yaml'), 'utf8').catch(() => '');
        return /gillard2013:[\s\S]* {2}10:/.test(rating);
      });
      await rm(join(folder, 'appraisals/JM.yaml'), { force: true });
    },
  },
  {
    title: 'a citation leads to its study',
    async look({ folder, open }) {
      const lines = (await readFile(join(folder, 'synthesis.md'), 'utf8')).split('\n');
      const workbench = await open('synthesis.md');
      await workbench.untilReady();
      await workbench.goToLine(lines.findIndex(line => line.includes('@gillard2013')) + 1);
      await workbench.untilText('@gillard2013');
      const { x, y } = await workbench.placeOf('gillard2013');
      await workbench.page.mouse.click(x, y);
      await workbench.page.keyboard.press('F12');
      await workbench.page.waitForTimeout(1_500);
      await workbench.screenshot('citation-definition');
      // Two places have the key: the study first, and the bibliography; Enter takes the first.
      if (!(await workbench.tabs()).includes('gillard2013.md')) await workbench.page.keyboard.press('Enter');
      await workbench.untilTab('gillard2013.md');
    },
  },
];

/** Everything that a review holds, file by file. @param {string} folder */
async function texts(folder) {
  const names = (await readdir(folder, { recursive: true })).filter(name => /\.(md|yaml|bib)$/.test(name)).sort();
  return Promise.all(names.map(name => readFile(join(folder, name), 'utf8')));
}
