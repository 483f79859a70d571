// The page inside a webview, which VS Code puts into a frame within a frame.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './paths.mjs';

/** For anything that a page should show, in milliseconds. */
const SHOWN_WITHIN = 30_000;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * The frame whose document has an element.
 * @param {Page} page
 * @param {string} selector
 * @returns {Promise<Frame>}
 */
export async function frameWith(page, selector) {
  for (const end = Date.now() + SHOWN_WITHIN; Date.now() < end; ) {
    for (const frame of page.frames()) {
      const found = await frame
        .evaluate(wanted => document.querySelector(wanted) !== null, selector)
        .catch(() => false);
      if (found) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`No page has ${selector}.`);
}

/**
 * Waits for something that holds inside a frame.
 * @template A
 * @param {Frame} frame
 * @param {string} what says what is waited for, should it not come
 * @param {(argument: A) => boolean} condition
 * @param {A} [argument]
 */
export async function untilIn(frame, what, condition, argument) {
  for (const end = Date.now() + SHOWN_WITHIN; Date.now() < end; ) {
    if (await frame.evaluate(/** @type {any} */ (condition), argument).catch(() => false)) return;
    await frame.page().waitForTimeout(50);
  }
  const text = await frame.evaluate(() => document.body.textContent ?? '').catch(() => '(gone)');
  throw new Error(`${what}: not within ${SHOWN_WITHIN} ms.\n${text.slice(0, 600)}`);
}

/**
 * Looks at a page with axe: nothing in it may keep out somebody who uses a keyboard or a screen reader.
 * @param {Frame} frame
 */
export async function withoutViolations(frame) {
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
