// `npm run editor [-- FOLDER]`: a review in VS Code with this extension, straight from the working tree. Uses the VS Code
// of this machine; where there is none, one from the npm registry, in the browser. Stays until Ctrl-C.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { installServer } from '../test/host/vscode/install.mjs';
import { repository, sample } from '../test/host/vscode/paths.mjs';
import { startServer } from '../test/host/vscode/server.mjs';

/** Editors of the machine that take VS Code's options, in the order in which they are tried. */
const EDITORS = ['code', 'codium', 'code-insiders'];

/** What opens an address in the browser, by system. */
const OPENERS = ['xdg-open', 'open'];

const windows = process.platform === 'win32';

/** @type {(line: string) => void} */
const print = line => void process.stdout.write(`${line}\n`);

/** @param {string} name @returns {string | undefined} the path of a program on PATH */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  const names = windows ? [`${name}.cmd`, `${name}.exe`] : [name];
  return folders.flatMap(folder => names.map(file => join(folder, file))).find(file => existsSync(file));
}

/** @param {string[]} names */
const firstOnPath = names => names.map(onPath).find(path => path !== undefined);

/** Runs a program that shows itself what it does. @param {string} command @param {string[]} args @returns {Promise<number>} */
function show(command, args) {
  return new Promise((done, fail) => {
    // The batch files of Windows need a shell, and a shell needs quotes.
    const quoted = windows ? args.map(arg => `"${arg}"`) : args;
    const child = spawn(windows ? `"${command}"` : command, quoted, {
      cwd: repository,
      stdio: 'inherit',
      shell: windows,
    });
    child.on('error', fail);
    child.on('exit', code => done(code ?? 1));
  });
}

/** Builds the extension when it has never been built. */
async function built() {
  const { main } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
  if (typeof main !== 'string') throw new Error('package.json names no main file for the extension.');
  if (existsSync(resolve(repository, main))) return;
  print('Building the extension first…');
  const code = await show(windows ? 'npm.cmd' : 'npm', ['run', 'build']);
  if (code !== 0) throw new Error('The build failed.');
}

/** @param {string} folder */
async function inBrowser(folder) {
  print('No VS Code was found on this machine; one from the npm registry will do.');
  await installServer();
  const server = await startServer({ tests: false });
  const address = server.page(folder, { extensionDevelopmentPath: server.remote(repository) });
  print(`\nOpen this address in a browser:\n\n  ${address}\n\nCtrl-C ends it. Changes are saved in ${folder}.`);
  const opener = firstOnPath(OPENERS);
  if (opener !== undefined) {
    spawn(opener, [address], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
  }
  // Ctrl-C ends this process, which takes the server and its data with it.
  print(`VS Code's server has ended (${await server.ended}).\n${server.log()}`);
  await server.stop();
}

/** @param {string[]} args */
async function main(args) {
  const folder = resolve(args[0] ?? sample);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is no folder.`);
  await built();
  const editor = firstOnPath(EDITORS);
  if (editor === undefined) return inBrowser(folder);
  print(`Opening ${folder} with ${editor}`);
  process.exitCode = await show(editor, [`--extensionDevelopmentPath=${repository}`, folder]);
}

main(process.argv.slice(2)).catch((/** @type {Error} */ error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
