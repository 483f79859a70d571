// The form for appraising a study, as somebody uses it who has a keyboard and no mouse, and as somebody sees it in each kind of theme.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { frameWith, untilIn, withoutViolations } from '../vscode/webview.mjs';

/** @typedef {import('../vscode/workbench.mjs').Workbench} Workbench */
/** @typedef {import('playwright-core').Frame} Frame */

const study = 'studies/gillard2013.md';
/** What the other rater says, which must not be seen too early. */
const secret = 'Nobody says who was asked, or why these';

/** @type {import('../run-packed.mjs').Look[]} */
export const looks = [
  {
    title: 'a study is appraised with the keyboard alone, and the rater’s file holds it',
    async look({ folder, open }) {
      const workbench = await open(study);
      await workbench.untilReady();
      await workbench.command('Metasynth: Appraise Study');
      await workbench.pick('JM');
      await workbench.pick('Only until this window is closed');
      const frame = await frameWith(workbench.page, '#study');
      await untilIn(frame, 'the heading has the focus', () => document.activeElement?.id === 'study');
      await workbench.screenshot('appraising-a-study');
      const { keyboard } = workbench.page;
      for (let number = 1; number <= 10; number += 1) {
        await tabTo(frame, `q${number}-0`, `q${number}`);
        await keyboard.press(number === 4 ? 'n' : number === 6 ? '2' : 'y');
        if (number !== 4) continue;
        await tabTo(frame, 'gillard2013/4');
        await keyboard.type('recruited by managers: some of them users', { delay: 5 });
      }
      await untilIn(frame, 'all are answered', () =>
        /10 of 10/.test(document.querySelector('.progress')?.textContent ?? ''),
      );
      await workbench.untilOnDisk(async () => (await read(folder, 'appraisals/JM.yaml')).includes('10: yes'));
      assert.equal(
        await read(folder, 'appraisals/JM.yaml'),
        "gillard2013:\n  1: yes\n  2: yes\n  3: yes\n  4: no\n  5: yes\n  6: can't tell\n  7: yes\n  8: yes\n  9: yes\n" +
          '  10: yes\n  because:\n    4: >-\n      recruited by managers: some of them users\n',
      );
      await untilIn(frame, 'it is said', () =>
        /Question 10: Yes.*Saved/.test(document.getElementById('status')?.textContent ?? ''),
      );
      await workbench.screenshot('appraised-a-study');
      await keyboard.press('Control+Enter');
      await untilIn(frame, 'the next study is there, with the focus on its heading', () => {
        const heading = document.getElementById('study');
        return document.activeElement === heading && /Greenwood/.test(heading?.textContent ?? '');
      });
      await keyboard.press('Alt+ArrowLeft');
      await untilIn(frame, 'the study before is there', () =>
        /Gillard/.test(document.getElementById('study')?.textContent ?? ''),
      );
      assert.ok(await frame.locator('#q4-2').isChecked(), 'its answers are there again');
    },
  },
  {
    title: 'the answers of the other rater are seen once both are done, and what differs is settled',
    async look({ folder, open }) {
      await rate(folder, 'JM', 9);
      await rate(folder, 'JS', 10, 4);
      await settings(folder, { 'metasynth.reviewer': 'JM' });
      const workbench = await open(study);
      await workbench.untilReady();
      await workbench.command('Metasynth: Appraise Study');
      const frame = await frameWith(workbench.page, '#q10-0');
      assert.match(await textOf(frame), /JS: 1 of 34 done/);
      for (const each of workbench.page.frames()) {
        assert.ok(!(await each.content().catch(() => '')).includes(secret), 'the other’s reason is in a page');
      }
      await frame.locator('#q10-0').focus();
      await workbench.page.keyboard.press('1');
      await frame.locator('#compare').waitFor();
      assert.ok(await frame.evaluate(() => document.activeElement?.id === 'q10-0'), 'the focus stays');
      await frame.locator('#compare').press('Enter');
      await frame.locator('dl.given').first().waitFor();
      await untilIn(frame, 'the comparison has the focus', () => document.activeElement?.id === 'comparison');
      assert.ok((await textOf(frame)).includes(secret));
      await workbench.screenshot('comparing-answers');
      await tabTo(frame, 's4-0', 's4');
      await workbench.page.keyboard.press('y');
      await tabTo(frame, 'gillard2013/4/settled');
      await workbench.page.keyboard.type('It is told in the first of the two reports.', { delay: 5 });
      await workbench.untilOnDisk(async () =>
        (await read(folder, 'appraisals/consensus.yaml')).includes('two reports'),
      );
      assert.equal(
        await read(folder, 'appraisals/consensus.yaml'),
        'gillard2013:\n  4: yes\n  by: [JM, JS]\n  because:\n    4: >-\n      It is told in the first of the two reports.\n',
      );
      await untilIn(frame, 'it is settled', () =>
        /All settled/.test(document.querySelector('.summary')?.textContent ?? ''),
      );
      await workbench.screenshot('settled-answers');
    },
  },
  {
    title: 'an arbiter waits for both raters, sees what they say then, and settles it in their own name',
    async look({ folder, open }) {
      await rate(folder, 'JM', 10);
      await rate(folder, 'JS', 9, 4);
      await settings(folder, { 'metasynth.reviewer': 'HRS' });
      const workbench = await open(study);
      await workbench.untilReady();
      await workbench.command('Metasynth: Appraise Study');
      const frame = await frameWith(workbench.page, '#study');
      await frame
        .locator('p.notice')
        .filter({ hasText: /raters/ })
        .waitFor();
      assert.ok(!(await textOf(frame)).includes(secret), 'nothing is seen before both are done');
      await withoutViolations(frame);
      await workbench.screenshot('arbiter-waiting');
      await rate(folder, 'JS', 10, 4);
      await frame.locator('dl.given').first().waitFor();
      assert.ok((await textOf(frame)).includes(secret));
      await tabTo(frame, 's4-0', 's4');
      await workbench.page.keyboard.press('n');
      await tabTo(frame, 'gillard2013/4/settled');
      await workbench.page.keyboard.type('Neither report says it.', { delay: 5 });
      await workbench.untilOnDisk(async () => (await read(folder, 'appraisals/consensus.yaml')).includes('Neither'));
      assert.match(await read(folder, 'appraisals/consensus.yaml'), /^gillard2013:\n {2}4: no\n {2}by: \[?HRS\]?\n/);
      await untilIn(frame, 'it is settled', () =>
        /All settled/.test(document.querySelector('.summary')?.textContent ?? ''),
      );
      await withoutViolations(frame);
      await workbench.screenshot('arbiter-settled');
    },
  },
  {
    title: 'the form follows the file: undo and typing in it, without taking the focus or what is being typed',
    async look({ folder, open }) {
      await rate(folder, 'JM', 3);
      await settings(folder, { 'metasynth.reviewer': 'JM' });
      const before = await read(folder, 'appraisals/JM.yaml');
      const workbench = await open(study);
      await workbench.untilReady();
      await workbench.command('Metasynth: Appraise Study');
      const frame = await frameWith(workbench.page, '#q4-0');
      await frame.locator('#open-file').click();
      await workbench.untilText('gillard2013:');
      await frame.locator('#q4-2').check();
      await workbench.untilOnDisk(async () => (await read(folder, 'appraisals/JM.yaml')).includes('4: no'));
      // A reason that is half typed stays while the file changes under it.
      const reason = frame.locator('[id="gillard2013/5"]');
      await reason.pressSequentially('half a reas', { delay: 5 });
      await workbench.untilOnDisk(async () => (await read(folder, 'appraisals/JM.yaml')).includes('half a reas'));
      const editor = workbench.page.locator('.editor-instance .monaco-editor .view-lines').first();
      await editor.click();
      await workbench.page.keyboard.press('Control+Z');
      await untilIn(frame, 'the reason is undone', () => {
        const area = document.getElementById('gillard2013/5');
        return area instanceof HTMLTextAreaElement && area.value === '';
      });
      await workbench.page.keyboard.press('Control+Z');
      await untilIn(frame, 'the answer is undone', () => document.querySelector('input[name=q4]:checked') === null);
      await workbench.page.keyboard.press('Control+S');
      await workbench.untilOnDisk(async () => (await read(folder, 'appraisals/JM.yaml')) === before);
      await workbench.page.keyboard.press('Control+End');
      await workbench.page.keyboard.type('  4: can');
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.type("'t tell");
      await untilIn(frame, 'what is typed is shown', () => document.querySelector('#q4-1:checked') !== null);
      assert.ok(await workbench.page.locator('.monaco-editor.focused').count(), 'the editor has kept the focus');
      await workbench.screenshot('form-beside-its-file');
    },
  },
  {
    title: 'the form comes back where it was when the window is loaded anew',
    async look({ folder, open }) {
      await rate(folder, 'JM', 2);
      await settings(folder, { 'metasynth.reviewer': 'JM' });
      const workbench = await open();
      await workbench.untilReady();
      await workbench.command('Metasynth: Appraise Study');
      await workbench.page
        .locator('.quick-input-list .monaco-list-row')
        .filter({ hasText: 'not begun' })
        .first()
        .waitFor();
      const offered = await workbench.picks();
      assert.match(offered[0] ?? '', /^Aiken.*not begun/, offered.join('\n'));
      await workbench.screenshot('choosing-a-study');
      await workbench.pick('Gillard');
      await frameWith(workbench.page, '#q3-0');
      await workbench.markPage();
      await workbench.command('Developer: Reload Window');
      await workbench.untilPageIsNew();
      await workbench.untilReady();
      const again = await frameWith(workbench.page, '#q3-0');
      assert.match(await textOf(again), /Gillard et al\. 2013[\s\S]*2 of 10 questions answered here/);
    },
  },
  ...[
    ['Default Dark Modern', 'dark'],
    ['Default Light Modern', 'light'],
    ['Default High Contrast', 'high-contrast-dark'],
    ['Default High Contrast Light', 'high-contrast-light'],
  ].map(([theme = '', name = '']) => ({
    title: `the form and the comparison can be used by everybody in the theme ${theme}`,
    /** @param {import('../run-packed.mjs').Scene} scene */
    async look({ folder, open }) {
      await rate(folder, 'JM', 10);
      await rate(folder, 'JS', 10, 4);
      await settings(folder, { 'metasynth.reviewer': 'JM', 'workbench.colorTheme': theme });
      const workbench = await open(study);
      await workbench.untilReady();
      await workbench.command('Metasynth: Appraise Study');
      const frame = await frameWith(workbench.page, 'dl.given');
      const kind = await frame.evaluate(() => document.body.className);
      assert.ok(kind.includes({ dark: 'vscode-dark', light: 'vscode-light' }[name] ?? 'vscode-high-contrast'), kind);
      await tabTo(frame, 's4-0', 's4');
      await workbench.screenshot(`comparison-${name}`);
      await withoutViolations(frame);
      await frame.locator('#own-answers').click();
      await frame.locator('#q4-0').waitFor();
      await tabTo(frame, 'q1-0', 'q1');
      await workbench.screenshot(`form-${name}`);
      await withoutViolations(frame);
    },
  })),
];

/** Goes on with Tab until an element, or a radio button of that name, has the focus. @param {Frame} frame @param {string} id @param {string} [name] */
async function tabTo(frame, id, name) {
  /** @param {{id: string, name: string | undefined}} wanted */
  const isThere = wanted => {
    const active = document.activeElement;
    return active?.id === wanted.id || (wanted.name !== undefined && active?.getAttribute('name') === wanted.name);
  };
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await frame.evaluate(isThere, { id, name })) return;
    await frame.page().keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${id}.`);
}

/** What is shown in a page. @param {Frame} frame */
async function textOf(frame) {
  return (await frame.locator('#form').textContent()) ?? '';
}

/** A file of a rater with the first answers to the study, one of which may be no. @param {string} folder @param {string} rater @param {number} count @param {number} [no] */
async function rate(folder, rater, count, no) {
  const lines = Array.from({ length: count }, (_, index) => `  ${index + 1}: ${index + 1 === no ? 'no' : 'yes'}\n`);
  const because = no === undefined ? '' : `  because:\n    ${no}: ${secret}\n`;
  await mkdir(join(folder, 'appraisals'), { recursive: true });
  await writeFile(join(folder, 'appraisals', `${rater}.yaml`), `gillard2013:\n${lines.join('')}${because}`);
}

/** @param {string} folder @param {Record<string, unknown>} values */
async function settings(folder, values) {
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(values));
}

/** @param {string} folder @param {string} file @returns {Promise<string>} */
async function read(folder, file) {
  return readFile(join(folder, file), 'utf8').catch(() => '');
}
