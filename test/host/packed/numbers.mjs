// What a user sees of numbers that no longer fit the data, and of quotes that no longer fit the paper.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @type {import('../run-packed.mjs').Look[]} */
export const looks = [
  {
    title: 'a number that the data do not give: a hover with the studies, and a fix that writes it and is undone',
    async look({ folder, open }) {
      const workbench = await open('synthesis.md');
      await workbench.untilReady();
      const lines = (await readFile(join(folder, 'synthesis.md'), 'utf8')).split('\n');
      await workbench.goToLine(lines.findIndex(line => line.startsWith('Mental health is the field of 14')) + 1);
      await workbench.untilSquiggle();
      const hover = await workbench.hover('14');
      await workbench.screenshot('number-hover');
      assert.match(hover, /The text says 14, but the data give 15/);
      assert.match(hover, /15 by the data, 14 in the text/);
      assert.match(hover, /Gillard et al\. 2013/);
      const { x, y } = await workbench.placeOf('14');
      await workbench.page.mouse.click(x, y);
      const fixes = await workbench.quickFixes();
      await workbench.screenshot('number-quick-fix');
      assert.match(fixes[0] ?? '', /Write 15, as the data give it/);
      await workbench.page.keyboard.press('Enter');
      await workbench.untilText('Mental health is the field of 15');
      await workbench.page.keyboard.press('Control+Z');
      await workbench.untilText('Mental health is the field of 14');
    },
  },
  {
    title: 'definitions of numbers fold away, and show on the line of the cursor',
    async look({ folder, open }) {
      const workbench = await open('synthesis.md');
      await workbench.untilReady();
      const lines = (await readFile(join(folder, 'synthesis.md'), 'utf8')).split('\n');
      const line = lines.findIndex(each => each.startsWith('Mental health is the field of 14'));
      await workbench.goToLine(line + 2);
      await workbench.untilSeen('of 14<!-- = studies where discipline');
      await workbench.command('Metasynth: Fold or Unfold Definitions of Numbers');
      await workbench.untilSeen('Mental health is the field of 14 studies.');
      await workbench.screenshot('definitions-folded');
      await workbench.goToLine(line + 1);
      await workbench.untilSeen('of 14<!-- = studies where discipline');
      assert.equal(await readFile(join(folder, 'synthesis.md'), 'utf8'), lines.join('\n'));
    },
  },
  {
    title: 'a quote that its full text has in other words says which, and leads there',
    async look({ folder, open }) {
      const study = join(folder, 'studies', 'gillard2013.md');
      const quote = '\n## Findings\n\n> I had been where they were, and I would say so. (P3, p. 2)\n';
      await writeFile(study, (await readFile(study, 'utf8')) + quote);
      await mkdir(join(folder, 'fulltext'));
      await writeFile(join(folder, 'fulltext', 'gillard2013.txt'), paper);
      const workbench = await open('studies/gillard2013.md');
      await workbench.untilReady();
      const problems = await workbench.problems(/"could", not "would"/);
      await workbench.screenshot('quote-in-other-words');
      assert.ok(problems.some(line => line.includes('quote.not-found')));
      await workbench.page.keyboard.press('Control+J');
      const { x, y } = await workbench.placeOf('been where they were');
      await workbench.page.mouse.click(x, y);
      await workbench.page.keyboard.press('F12');
      await workbench.untilTab('gillard2013.txt');
      await workbench.untilText('and I could say so');
    },
  },
];

const paper = `[page 1]
Peer workers spoke of what it had been like to begin, and of the people who had been there before them on the ward.

[page 2]
One of them told us: I had been where they were, and I could say so. Others were less sure of what they could say and to whom.
`;
