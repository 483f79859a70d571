// A workbench as a person uses it: opening files, commands by name, looking at squiggles, hovers and the Problems view.
// Only this file knows the class names of VS Code's page.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { output } from './paths.mjs';

/** For anything that the workbench should show, in milliseconds. */
const SHOWN_WITHIN = 20_000;

/** Where pictures go. */
export const screenshots = join(output, 'screenshots');

/** @typedef {import('playwright-core').Page} Page */

/** What a person can do in, and see of, one workbench. */
export class Workbench {
  /** @param {Page} page a page that shows a workbench */
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(SHOWN_WITHIN);
  }

  /**
   * Opens a workbench.
   * @param {Page} page
   * @param {string} url
   */
  static async open(page, url) {
    const workbench = new Workbench(page);
    await page.goto(url, { timeout: 60_000, waitUntil: 'domcontentloaded' });
    await page.locator('.monaco-workbench .part.editor').waitFor();
    return workbench;
  }

  /** Waits until the editor shows a text. @param {string | RegExp} text */
  async untilText(text) {
    await this.page.locator('.monaco-editor .view-line').filter({ hasText: text }).first().waitFor();
  }

  /** Waits for a line of the editor that reads like this to the eye, whatever is hidden in it. @param {string} text */
  async untilSeen(text) {
    await this.page.waitForFunction(
      wanted =>
        [...document.querySelectorAll('.monaco-editor .view-line')].some(line =>
          // biome-ignore lint/performance/useDomNodeTextContent: what is hidden must not be read.
          /** @type {HTMLElement} */ (line).innerText.replace(/\s/gu, ' ').includes(wanted),
        ),
      text,
    );
  }

  /** Runs a command by its title, from the palette. @param {string} title */
  async command(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Puts the cursor on a line of the active editor. @param {number} line from 1 */
  async goToLine(line) {
    await this.page.keyboard.press('Control+G');
    await this.page.locator('.quick-input-widget input').first().waitFor();
    await this.page.keyboard.type(String(line));
    await this.page.keyboard.press('Enter');
  }

  /** Waits for at least one squiggle in the visible part of the editor. */
  async untilSquiggle() {
    await this.page.locator('.monaco-editor [class*="squiggly-"]').first().waitFor({ state: 'attached' });
  }

  /** Waits until no squiggle is left in the visible part of the editor. */
  async untilNoSquiggle() {
    await this.page.waitForFunction(() => document.querySelector('.monaco-editor [class*="squiggly-"]') === null);
  }

  /**
   * Rests the pointer on a word of the editor and reads what appears.
   * @param {string} word visible in the editor
   * @returns {Promise<string>} the hover's text
   */
  async hover(word) {
    const hover = this.page
      .locator('.monaco-hover:not(.hidden) .hover-contents, .monaco-hover:not(.hidden) .hover-row')
      .filter({ hasText: /\S/ });
    // A lens that comes in above the line moves the word away from under the pointer; a person would point again.
    for (let tries = 0; tries < 5 && !(await hover.first().isVisible()); tries += 1) {
      const place = await this.placeOf(word);
      // The pointer must move to count: a workbench ignores one that was always there.
      await this.page.mouse.move(place.x - 40, place.y + 60);
      await this.page.mouse.move(place.x, place.y, { steps: 3 });
      await hover
        .first()
        .waitFor({ timeout: 4_000 })
        .catch(() => undefined);
    }
    await hover.first().waitFor();
    await this.page.waitForTimeout(300);
    return (await hover.allInnerTexts()).join('\n');
  }

  /**
   * The middle of a word on the screen.
   * @param {string} word
   * @returns {Promise<{x: number, y: number}>}
   */
  async placeOf(word) {
    await this.untilText(word);
    const place = await this.page.evaluate(wanted => {
      for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return undefined;
    }, word);
    if (place === undefined) throw new Error(`${JSON.stringify(word)} is not on the screen in one piece.`);
    return place;
  }

  /**
   * Opens the Problems view and reads it.
   * @param {RegExp} [awaited] a line to wait for; any line unless told
   * @returns {Promise<string[]>} its visible lines: files, and problems below them
   */
  async problems(awaited = /\S/) {
    await this.command('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row, .markers-panel-container .monaco-list-row');
    await rows.filter({ hasText: awaited }).first().waitFor();
    return (await rows.allInnerTexts()).map(text => text.replaceAll(/\s+/g, ' ').trim());
  }

  /** What the quick fix menu offers at the cursor. @returns {Promise<string[]>} */
  async quickFixes() {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    // A server that has just started may have none to offer yet; asking again is what a person would do.
    for (let tries = 0; tries < 5 && !(await rows.first().isVisible()); tries += 1) {
      await this.page.keyboard.press('Control+.');
      await rows
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined);
    }
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map(text => text.trim());
  }

  /** Takes one of the quick fixes that are shown. @param {RegExp} title */
  async chooseFix(title) {
    await this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first().click();
  }

  /** Waits until the language server has read the review: its status says how many studies there are. */
  async untilReady() {
    await this.page
      .locator('.statusbar .statusbar-item')
      .filter({ hasText: /stud(y|ies) ·/ })
      .first()
      .waitFor();
  }

  /** What the list of suggestions offers. @param {RegExp} awaited @returns {Promise<string[]>} */
  async completions(awaited) {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    for (let tries = 0; tries < 5 && !(await rows.filter({ hasText: awaited }).first().isVisible()); tries += 1) {
      await this.page.keyboard.press('Control+Space');
      await rows
        .filter({ hasText: awaited })
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined);
    }
    await rows.filter({ hasText: awaited }).first().waitFor();
    return (await rows.allInnerTexts()).map(text => text.trim());
  }

  /** Types into the list that is open until one line is left that has the words, and takes it. @param {string} words */
  async pick(words) {
    // The list shows only as many rows as fit, so the words are typed before they are looked for.
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await this.page.locator('.quick-input-widget input[type="text"]').first().fill(words);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first().waitFor();
    await this.page.waitForTimeout(300);
    await this.page.keyboard.press('Enter');
    await this.page.waitForTimeout(700);
  }

  /** The lines of the list that is open. @returns {Promise<string[]>} */
  async picks() {
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map(text => text.trim());
  }

  /** Waits until something holds of the files on the disk. @param {() => Promise<boolean>} condition */
  async untilOnDisk(condition) {
    for (let waited = 0; waited < SHOWN_WITHIN; waited += 100) {
      if (await condition()) return;
      await this.page.waitForTimeout(100);
    }
    throw new Error('The files do not become what they should be.');
  }

  /** Waits for a tab of that name. @param {string} name */
  async untilTab(name) {
    await this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`).first().waitFor();
  }

  /** The files of the open editors' tabs, by name. @returns {Promise<string[]>} */
  async tabs() {
    const tabs = await this.page.locator('.tabs-container .tab').all();
    return Promise.all(tabs.map(async tab => (await tab.getAttribute('data-resource-name')) ?? ''));
  }

  /** The texts of the status bar. @returns {Promise<string[]>} */
  async statusBar() {
    const texts = await this.page.locator('.statusbar .statusbar-item').allInnerTexts();
    return texts.map(text => text.trim()).filter(text => text !== '');
  }

  /** Leaves a mark in the page by which it is told from the one that comes when the window is loaded anew. */
  async markPage() {
    await this.page.evaluate(() => document.body.setAttribute('data-old', ''));
  }

  /** Waits until the marked page has made room for another. */
  async untilPageIsNew() {
    await this.page.locator('body:not([data-old]) .monaco-workbench .part.editor').waitFor();
  }

  /** Takes a picture into `test-output/screenshots/NAME.png`. @param {string} name */
  async screenshot(name) {
    await mkdir(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`), timeout: SHOWN_WITHIN });
  }
}
