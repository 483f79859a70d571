// The browser in which the workbench is looked at.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findOrInstallChromium } from './chromium.mjs';
import { temporaryFolder } from './cleanup.mjs';
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

/** Cookies of other hosts are allowed, and with them their service workers. */
const PREFERENCES = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };

const VIEWPORT = { width: 1400, height: 900 };

/**
 * Launches a headless Chromium.
 * @returns {Promise<{page: () => Promise<import('playwright-core').Page>, close: () => Promise<void>}>}
 *   `page` opens a page of 1,400 × 900 pixels that shares nothing with another; `close` never waits longer than five seconds
 */
export async function launchBrowser() {
  const browser = await chromium.launch(await launchOptions());
  return {
    page: async () => {
      const context = await browser.newContext({ viewport: VIEWPORT });
      return context.newPage();
    },
    close: () => closeSoon(browser),
  };
}

/**
 * Launches a headless Chromium with one page in an ordinary profile, which is new and goes with it. Chromium lets a frame
 * from another host have a service worker only where that host's cookies are allowed, which they no longer are by default,
 * least of all in the private pages of `launchBrowser`; and VS Code for the web puts every webview into such a frame.
 * @returns {Promise<{page: import('playwright-core').Page, close: () => Promise<void>}>}
 */
export async function launchProfile() {
  const { path, remove } = await temporaryFolder('profile');
  await mkdir(join(path, 'Default'));
  await writeFile(join(path, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
  const context = await chromium.launchPersistentContext(path, { ...(await launchOptions()), viewport: VIEWPORT });
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    close: async () => {
      await closeSoon(context);
      remove();
    },
  };
}

async function launchOptions() {
  const { executablePath, env } = await findOrInstallChromium();
  return {
    executablePath,
    env: /** @type {Record<string, string>} */ (env),
    args: FLAGS,
    headless: true,
    timeout: 60_000,
  };
}

/** @param {{close: () => Promise<void>}} browser */
async function closeSoon(browser) {
  await Promise.race([browser.close().catch(() => undefined), pause(CLOSE_LIMIT)]);
}
