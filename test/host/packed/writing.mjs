// What a user sees while writing: squiggles, the Problems view, hovers, quick fixes.
import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../run-packed.mjs').Look[]} */
export const looks = [
  {
    title: 'the sample opens quietly: no welcome page, no notification, no error',
    async look({ open }) {
      const workbench = await open('synthesis.md');
      await workbench.untilText('Peer support workers help others');
      await workbench.page.waitForTimeout(2_000);
      await workbench.screenshot('manuscript');
      assert.deepEqual(await workbench.tabs(), ['synthesis.md']);
      assert.equal(await workbench.page.locator('.notification-toast').count(), 0);
    },
  },
  {
    title: 'a misspelt theme has a squiggle, a hover that says which one is meant, and a line among the problems',
    async look({ folder, open }) {
      const file = await misspell(folder);
      const workbench = await open(file);
      await workbench.untilText('givng-back');
      await workbench.untilSquiggle();
      const hover = await workbench.hover('givng-back');
      await workbench.screenshot('misspelt-theme-hover');
      assert.match(hover, /giving-back/);
      const problems = await workbench.problems(/givng-back/);
      await workbench.screenshot('misspelt-theme-problems');
      assert.ok(problems.some(line => line.includes('givng-back')));
    },
  },
  {
    title: 'the quick fix mends a misspelt theme',
    async look({ folder, open }) {
      const file = await misspell(folder);
      const workbench = await open(file);
      await workbench.untilSquiggle();
      const { x, y } = await workbench.placeOf('givng-back');
      await workbench.page.mouse.click(x, y);
      const fixes = await workbench.quickFixes();
      await workbench.screenshot('misspelt-theme-quick-fix');
      assert.match(fixes[0] ?? '', /giving-back|Giving back/);
      await workbench.page.keyboard.press('Enter');
      await workbench.untilText('giving-back');
    },
  },
];

/**
 * Misspells a theme of one study in the copy.
 * @param {string} folder
 * @returns {Promise<string>} the study's file, relative to the folder
 */
async function misspell(folder) {
  const names = await readdir(join(folder, 'studies'));
  const name = names.find(entry => /^gillard2013\.(md|yaml)$/.test(entry));
  assert.ok(name, 'the sample has no study gillard2013');
  const file = join(folder, 'studies', name);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('giving-back', 'givng-back'));
  return join('studies', name);
}
