// Where the harness finds the repository and keeps what it installs.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository: the extension under development. */
export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Everything that `install.mjs` brings in; git-ignored, and safe to delete as a whole. */
export const installed = join(repository, '.vscode-test');

/** Folder of one installed step, for instance `server` or `web`. @param {string} step */
export const installedStep = step => join(installed, step);

/** VS Code's own server and the Node that runs it. */
export const server = {
  node: join(installed, 'server', 'node_modules', `node-linux-${process.arch}`, 'bin', 'node'),
  vscode: join(installed, 'server', 'node_modules', 'code-server', 'lib', 'vscode'),
};

/** `@vscode/test-web`, and the data folder in which it looks for builds of VS Code for the web. */
export const web = {
  modules: join(installed, 'web', 'node_modules'),
  data: join(installed, 'web', 'builds'),
  /** test-web names a build by forty hexadecimal digits; this one stands for the package that is pinned. */
  commit: '1137'.padEnd(40, '0'),
};

/** The bundled suites, by the name that each extension host is given. */
export const suites = {
  node: join(repository, 'out', 'test', 'host', 'index.js'),
  web: join(repository, 'out', 'test', 'host', 'web.js'),
};

/** What runs leave behind for people and for the summing up: git-ignored. */
export const output = join(repository, 'test-output');

/** The review that every suite opens (always as a copy). */
export const sample = join(repository, 'samples', 'peer-support');
