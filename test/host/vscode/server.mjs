// VS Code's own server: the workbench in a page, the extension host in a Node process beside it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './cleanup.mjs';
import { server } from './paths.mjs';
import { cleanEnvironment, freePort, run, start, untilAnswering } from './processes.mjs';

/** How long the server may take until it answers, in milliseconds. It takes one second on an idle machine. */
const START_LIMIT = 60_000;

/** Settings without which a fresh VS Code opens panels of its own, or looks things up on the network. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'git.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
};

/**
 * @typedef {object} VscodeServer
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {(path: string) => string} remote the address of a file or folder of this machine inside the workbench
 * @property {(folder: string, payload?: Record<string, string>) => string} page
 *   the address of a workbench with that folder open; payload as in `extensionDevelopmentPath`, `openFile`
 * @property {() => string} log the end of what the server has written
 * @property {Promise<number | string>} ended settles when the server has ended
 * @property {() => Promise<void>} stop stops it and deletes its data
 */

/**
 * Starts the server on a free loopback port with fresh data of its own.
 * @param {{settings?: Record<string, unknown>, extensions?: string, tests?: boolean}} [options]
 *   `settings`: user settings; `extensions`: folder of installed extensions, an empty one unless told; `tests`: whether
 *   the workbench obeys `extensionTestsPath` (true unless told)
 * @returns {Promise<VscodeServer>}
 */
export async function startServer({ settings = {}, extensions, tests = true } = {}) {
  const { path: data, remove } = await temporaryFolder('vscode');
  await mkdir(join(data, 'user', 'User'), { recursive: true });
  await writeFile(
    join(data, 'user', 'User', 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2),
  );
  const port = await freePort();
  const child = start(
    server.node,
    [
      join(server.vscode, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port)],
      '--without-connection-token',
      '--accept-server-license-terms',
      ...(tests ? ['--enable-smoke-test-driver'] : []),
      ...['--telemetry-level', 'off'],
      '--disable-workspace-trust',
      ...['--user-data-dir', join(data, 'user')],
      ...['--extensions-dir', extensions ?? join(data, 'extensions')],
      ...['--server-data-dir', join(data, 'server')],
    ],
    { env: cleanEnvironment() },
  );
  const stop = async () => {
    await child.stop();
    remove();
  };
  const origin = `http://127.0.0.1:${port}`;
  try {
    await untilAnswering(`${origin}/version`, child, START_LIMIT);
  } catch (error) {
    await stop();
    throw error;
  }
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  return {
    origin,
    remote,
    page(folder, payload = {}) {
      const query = new URLSearchParams({ folder });
      const pairs = Object.entries({ skipWelcome: 'true', skipReleaseNotes: 'true', ...payload });
      query.set('payload', JSON.stringify(pairs));
      return `${origin}/?${query}`;
    },
    log: child.output,
    ended: child.ended,
    stop,
  };
}

/**
 * Installs a packed extension, as `code --install-extension` does.
 * @param {string} vsix
 * @param {string} extensions the folder to install it into
 */
export async function installExtension(vsix, extensions) {
  const { path: data, remove } = await temporaryFolder('install');
  try {
    const output = await run(
      server.node,
      [
        join(server.vscode, 'out', 'server-main.js'),
        ...['--install-extension', vsix, '--force'],
        '--accept-server-license-terms',
        ...['--extensions-dir', extensions],
        ...['--user-data-dir', join(data, 'user')],
        ...['--server-data-dir', join(data, 'server')],
      ],
      { limit: 120_000 },
    );
    if (!/successfully installed/i.test(output)) throw new Error(`${vsix} was not installed.\n${output}`);
  } finally {
    remove();
  }
}
