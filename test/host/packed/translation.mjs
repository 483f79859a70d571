// The translation grid: walked through with the arrows, a cell filled with the keyboard alone, and the file that holds it.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { frameWith, untilIn, withoutViolations } from '../vscode/webview.mjs';

/** @type {import('../run-packed.mjs').Look[]} */
export const looks = [
  {
    title: 'a cell of the translation is filled with the keyboard alone, and the grid follows its file',
    async look({ folder, open }) {
      const file = join(folder, 'translation.yaml');
      const text =
        '# Ours.\nreading-order: alphabetical\ncells:\n  - construct: use-of-self\n    study: gillard2013\n    relation: absent\n';
      await writeFile(file, text);
      const workbench = await open('translation.yaml');
      await workbench.untilReady();
      await workbench.command('Metasynth: Open Translation Grid');
      const frame = await frameWith(workbench.page, '[role="grid"]');
      await withoutViolations(frame);
      await workbench.screenshot('translation-grid');
      const { keyboard } = workbench.page;
      await frame.locator('[role="gridcell"][tabindex="0"]').focus();
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowRight');
      await untilIn(frame, 'the second cell of the second row has the focus', () => {
        const cell = document.activeElement;
        return cell?.getAttribute('role') === 'gridcell' && cell.closest('tr')?.children[2] === cell;
      });
      await keyboard.press('Enter');
      await untilIn(frame, 'the relation has the focus', () => document.activeElement?.id === 'relation');
      await frame.locator('#relation').selectOption('reciprocal');
      await frame.locator('#note').fill('Says the same: in other words');
      await withoutViolations(frame);
      await workbench.screenshot('translation-cell');
      await frame.locator('#note').press('Control+Enter');
      await untilIn(
        frame,
        'the cell has the focus again',
        () => document.activeElement?.getAttribute('role') === 'gridcell',
      );
      await workbench.untilOnDisk(async () => (await readFile(file, 'utf8')).includes('relation: reciprocal'));
      const written = await readFile(file, 'utf8');
      assert.ok(written.startsWith(text.slice(0, text.indexOf('cells:'))), 'what stands above stays as it is');
      assert.ok(written.includes('relation: absent'), 'the other cell stays');
      assert.match(written, /note: (?:>-\n\s+)?"?Says the same: in other words/);
      // What is typed in the file shows in the grid.
      await workbench.command('View: Focus First Editor Group');
      const count = () => frame.locator('.count').textContent();
      const before = await count();
      await writeFile(
        file,
        `${written}  - construct: reframing-identity\n    study: watson2013\n    relation: absent\n`,
      );
      await untilIn(frame, 'the count follows', was => document.querySelector('.count')?.textContent !== was, before);
    },
  },
  {
    title: 'the study that is next is laid out beside its cells, with the cursor in the first that is open',
    async look({ folder, open }) {
      const file = () => readFile(join(folder, 'translation.yaml'), 'utf8').catch(() => '');
      const workbench = await open('synthesis.md');
      await workbench.untilReady();
      assert.match((await workbench.statusBar()).join('\n'), /ENTREQ \d+\/21/, 'how much is reported stands below');
      await workbench.command('Metasynth: Compare Next');
      await frameWith(workbench.page, 'h1[id^="compare-aiken"]');
      await workbench.untilTab('translation.yaml');
      await workbench.untilText('study: aiken2013');
      await workbench.screenshot('compare-next');
      const { keyboard } = workbench.page;
      await workbench.goToLine(4);
      await keyboard.press('End');
      await keyboard.press('Shift+Home');
      await keyboard.type('relation: absent');
      await workbench.goToLine(7);
      await keyboard.press('End');
      await keyboard.press('Shift+Home');
      await keyboard.type('relation: reciprocal');
      await keyboard.press('Control+S');
      await workbench.untilOnDisk(async () => (await file()).includes('relation: reciprocal'));
      assert.equal(
        await file(),
        'cells:\n  - construct: reframing-identity\n    study: aiken2013\n    relation: absent\n' +
          '  - construct: use-of-self\n    study: aiken2013\n    relation: reciprocal\n',
      );
      await workbench.command('Metasynth: Compare Next');
      const page = await frameWith(workbench.page, 'h1[id^="compare-"]:not([id^="compare-aiken"])');
      assert.match((await page.locator('body').textContent()) ?? '', /2 of 68 cells/);
      await workbench.screenshot('compare-next-again');
    },
  },
];
