// The dashboard, as somebody uses it beside the manuscript, and as somebody sees it in each kind of theme.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../vscode/paths.mjs';
import { frameWith, untilIn } from '../vscode/webview.mjs';
import { screenshots } from '../vscode/workbench.mjs';

/** @typedef {import('../vscode/workbench.mjs').Workbench} Workbench */
/** @typedef {import('playwright-core').Frame} Frame */

/** What a hostile file would have the page run. */
const hostile = '<img src=x onerror="document.body.dataset.injected=1">';

/** @type {import('../run-packed.mjs').Look[]} */
export const looks = [
  {
    title: 'the dashboard follows typing in the file beside it, and keeps the focus where it is',
    async look({ open }) {
      const workbench = await open('studies/gillard2013.md');
      await workbench.untilReady();
      await workbench.command('Metasynth: Open Review Dashboard');
      const frame = await frameWith(workbench.page, '#coverage table');
      await frame.locator('#tab-tables').click();
      await frame.locator('table.grid tbody tr').first().waitFor();
      await frame.locator('#filter').fill('Gillard');
      await untilIn(frame, 'one row is left', () => document.querySelectorAll('table.grid tbody tr').length === 1);
      await untilIn(frame, 'it is said', () => /^1 of 34/.test(document.getElementById('status')?.textContent ?? ''));
      await frame.evaluate(() => {
        const content = document.getElementById('content');
        new MutationObserver(() => document.body.setAttribute('data-changed', String(Date.now()))).observe(
          /** @type {HTMLElement} */ (content),
          { subtree: true, childList: true, characterData: true },
        );
      });
      const field = workbench.page.locator('.editor-instance .monaco-editor .view-lines').first();
      await field.click();
      await workbench.page.keyboard.press('Control+Home');
      await workbench.page.keyboard.press('ArrowDown');
      const line = await firstField(workbench);
      for (let steps = 0; steps < line; steps += 1) await workbench.page.keyboard.press('ArrowDown');
      await workbench.page.keyboard.press('End');
      // What waits until typing rests comes 400 ms later at least. Other programs can only make a measurement worse.
      const times = [];
      for (const letter of 'QWXZJKVB') {
        const began = Date.now();
        await workbench.page.keyboard.type(letter);
        await untilIn(
          frame,
          `the ${letter} that is typed is shown`,
          wanted =>
            [...document.querySelectorAll('table.grid td')].some(each => each.textContent?.endsWith(String(wanted))),
          letter,
        );
        times.push(Number(await frame.evaluate(() => document.body.dataset.changed)) - began);
      }
      assert.ok(Math.min(...times) < 300, `shown after ${times.join(', ')} ms`);
      await workbench.screenshot('dashboard-follows');
      assert.ok(await workbench.page.locator('.monaco-editor.focused').count(), 'the editor has kept the focus');
    },
  },
  {
    title: 'what a review says never becomes markup in the dashboard',
    async look({ folder, open }) {
      const file = join(folder, 'codebook.yaml');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace(/^( +label: ).*$/m, `$1'${hostile}'`));
      const settings = join(folder, 'metasynth.yaml');
      await writeFile(settings, (await readFile(settings, 'utf8')).replace(/^title: .*$/m, `title: '${hostile}'`));
      const workbench = await open('metasynth.yaml');
      await workbench.untilReady();
      await workbench.command('Metasynth: Open Review Dashboard');
      const frame = await frameWith(workbench.page, '#coverage table');
      assert.match((await frame.locator('h1').textContent()) ?? '', /<img src=x/);
      for (const tab of ['tables', 'figures', 'constructs']) {
        await frame.locator(`#tab-${tab}`).click();
        const there = { tables: 'table.grid', figures: '#content img', constructs: 'article' }[tab] ?? '';
        await frame.locator(there).first().waitFor();
      }
      const injected = await frame.evaluate(() => [
        document.body.dataset.injected,
        [...document.images].filter(each => !each.src.startsWith('data:image/svg+xml')).length,
      ]);
      assert.deepEqual(injected, [undefined, 0]);
    },
  },
  {
    title:
      'a construct, a problem and a cell lead to their source beside the dashboard, which comes back after a reload',
    async look({ open }) {
      const workbench = await open();
      await workbench.untilReady();
      await workbench.command('Metasynth: Open Review Dashboard');
      const frame = await frameWith(workbench.page, '#coverage table');
      await frame.locator('#coverage button').first().focus();
      await workbench.page.keyboard.press('Enter');
      await workbench.untilTab('codebook.yaml');
      await frame.locator('#tab-overview').focus();
      await workbench.page.keyboard.press('ArrowRight');
      await untilIn(
        frame,
        'the next tab is in front',
        () =>
          document.querySelector('[role=tab][aria-selected=true]')?.id === 'tab-tables' &&
          document.activeElement?.id === 'tab-tables',
      );
      const header = frame.locator('table.grid thead button').first();
      await header.waitFor();
      await header.focus();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.press('Enter');
      await untilIn(
        frame,
        'it is sorted, the greatest first, and the focus has stayed',
        () =>
          document.querySelector('table.grid th')?.getAttribute('aria-sort') === 'descending' &&
          document.activeElement === document.querySelector('table.grid thead button'),
      );
      await frame.locator('table.grid tr[data-row="=gillard2013"] td').nth(1).click();
      await workbench.untilTab('gillard2013.md');
      await workbench.markPage();
      await workbench.command('Developer: Reload Window');
      await workbench.untilPageIsNew();
      await workbench.untilReady();
      const again = await frameWith(workbench.page, 'table.grid th[aria-sort=descending]');
      assert.equal(await again.locator('#tab-tables').getAttribute('aria-selected'), 'true');
    },
  },
  {
    title: 'a figure is saved from the dashboard, as a drawing and as a picture as large as print needs',
    async look({ folder, open }) {
      const workbench = await open();
      await workbench.untilReady();
      await workbench.command('Metasynth: Open Review Dashboard');
      const frame = await frameWith(workbench.page, '#coverage table');
      await frame.locator('#tab-figures').click();
      // Figures come one after another, so that the first is another one a moment later.
      const id = 'flow';
      const image = frame.locator(`#figure-${id} img`);
      await image.waitFor();
      for (const format of ['SVG', 'PNG']) {
        await frame.locator(`[aria-label="Save as ${format}… ${id}"]`).click();
        await workbench.page.waitForFunction(suggested => {
          const input = document.querySelector('.quick-input-widget input[type="text"]');
          return input instanceof HTMLInputElement && input.value.endsWith(suggested);
        }, `/${id}.${format.toLowerCase()}`);
        await workbench.page.keyboard.press('Enter');
        const file = join(folder, `${id}.${format.toLowerCase()}`);
        await workbench.untilOnDisk(async () => (await readFile(file).catch(() => Buffer.from(''))).length > 0);
        const bytes = await readFile(file);
        if (format === 'SVG') assert.match(bytes.toString(), /^<svg [\s\S]*<\/svg>\s*$/);
        else {
          assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
          const width = await image.evaluate(each => /** @type {HTMLImageElement} */ (each).naturalWidth);
          assert.ok(Math.abs(bytes.readUInt32BE(16) - (width * 300) / 96) <= 1, 'it has 300 dots an inch');
          await mkdir(screenshots, { recursive: true });
          await writeFile(join(screenshots, 'figure-saved.png'), bytes);
        }
      }
    },
  },
  ...[
    ['Default Dark Modern', 'dark'],
    ['Default Light Modern', 'light'],
    ['Default High Contrast', 'high-contrast-dark'],
    ['Default High Contrast Light', 'high-contrast-light'],
  ].map(([theme = '', name = '']) => ({
    title: `every part of the dashboard can be used by everybody in the theme ${theme}`,
    /** @param {import('../run-packed.mjs').Scene} scene */
    async look({ folder, open }) {
      await mkdir(join(folder, '.vscode'), { recursive: true });
      await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      const workbench = await open('synthesis.md');
      await workbench.untilReady();
      await workbench.command('Metasynth: Open Review Dashboard');
      const frame = await frameWith(workbench.page, '#coverage table');
      for (const [tab = '', there = ''] of [
        ['overview', '#problems h3'],
        ['tables', 'table.grid tbody tr'],
        ['figures', '#content img'],
        ['constructs', 'article'],
      ]) {
        await frame.locator(`#tab-${tab}`).click();
        await frame.locator(there).first().waitFor();
        if (tab === 'constructs') await frame.locator('article details summary').first().click();
        await workbench.screenshot(`dashboard-${tab}-${name}`);
        await withoutViolations(frame);
      }
    },
  })),
];

/** How many lines below its second a study says its country, which the table shows. @param {Workbench} workbench */
async function firstField(workbench) {
  await workbench.untilText('country:');
  const lines = await workbench.page.locator('.editor-instance .monaco-editor .view-line').allInnerTexts();
  const sorted = lines.map(text => text.replaceAll('\u00a0', ' '));
  return Math.max(0, sorted.findIndex(text => text.startsWith('country:')) - 1);
}

/** @param {Frame} frame */
async function withoutViolations(frame) {
  await frame.evaluate(await readFile(join(repository, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
  const found = await frame.evaluate(async () => {
    // @ts-expect-error axe is put there by the line above.
    const { violations, passes } = await axe.run(document);
    return {
      passes: passes.length,
      violations: violations.map(
        (/** @type {any} */ each) =>
          `${each.id}: ${each.nodes.map((/** @type {any} */ node) => node.html).join('\n  ')}`,
      ),
    };
  });
  assert.deepEqual(found.violations, []);
  assert.ok(found.passes > 10, `axe looked at ${found.passes} things`);
}
