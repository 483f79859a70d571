// One step of an installation: done once, remembered by a stamp, and done again when what it installs changes.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installedStep } from './paths.mjs';
import { cleanEnvironment, run } from './processes.mjs';

/** Raise it when a step lays out the same packages in another way. */
const LAYOUT = 1;

/** @type {(line: string) => void} */
export const print = line => void process.stdout.write(`${line}\n`);

/**
 * One step of the installation, skipped when the stamp in its folder says that it is done.
 * @param {string} name
 * @param {string} contents what the step installs; compared with the stamp
 * @param {(folder: string) => Promise<void>} install
 */
export async function step(name, contents, install) {
  const folder = installedStep(name);
  const stamp = join(folder, 'installed.txt');
  const wanted = `${contents} layout ${LAYOUT}\n`;
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) {
    print(`${name}: ${contents} is there`);
    return;
  }
  const began = Date.now();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // Without a package of its own npm would install into the repository above.
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await install(folder);
  await writeFile(stamp, wanted);
  print(`${name}: installed ${contents} in ${Math.round((Date.now() - began) / 1000)} s`);
}

/** @param {string} folder @param {string[]} args */
export async function npmInstall(folder, args) {
  const quiet = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', '--prefix', folder, ...quiet, ...args], {
    cwd: folder,
    env: cleanEnvironment(),
    limit: 600_000,
  });
}
