// The browser in which the workbench is looked at.
import { chromium } from 'playwright-core';
import { findOrInstallChromium } from './chromium.mjs';
import { pause } from './processes.mjs';

/** How long a browser may take to close before it is left behind, in milliseconds. */
const CLOSE_LIMIT = 5_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/**
 * Launches a headless Chromium.
 * @returns {Promise<{page: () => Promise<import('playwright-core').Page>, close: () => Promise<void>}>}
 *   `page` opens a page of 1,400 × 900 pixels that shares nothing with another; `close` never waits longer than five seconds
 */
export async function launchBrowser() {
  const { executablePath, env } = await findOrInstallChromium();
  const browser = await chromium.launch({
    executablePath,
    env: /** @type {Record<string, string>} */ (env),
    args: FLAGS,
    headless: true,
    timeout: 60_000,
  });
  return {
    page: async () => {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
      return context.newPage();
    },
    close: async () => {
      await Promise.race([browser.close().catch(() => undefined), pause(CLOSE_LIMIT)]);
    },
  };
}
