// Finds a Chromium, or unpacks one from the npm registry that needs nothing of the system but its C library.
import { accessSync, constants, existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { npmInstall, step } from './install-step.mjs';
import { installedStep } from './paths.mjs';
import { cleanEnvironment, run } from './processes.mjs';

/** Its archives are unpacked here and its own code is never run, so that the Node which it asks for does not matter. */
const PACKAGE = '@sparticuz/chromium@153.0.0';

/** The names under which systems install it, in the order in which they are tried. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'brave-browser',
];

const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

const unbrotli = promisify(brotliDecompress);

/**
 * A browser that can be launched.
 * @typedef {object} Chromium
 * @property {string} executablePath
 * @property {NodeJS.ProcessEnv} env what to launch it with
 */

/**
 * METASYNTH_CHROMIUM if set, the system's otherwise, else the one from the npm registry.
 * @returns {Promise<Chromium>} rejects with a sentence that says what to install when there is none
 */
export async function findOrInstallChromium() {
  const told = process.env.METASYNTH_CHROMIUM;
  if (told === 'npm') return unpackedChromium();
  if (told !== undefined && told !== '') {
    if (!isExecutable(told)) throw new Error(`METASYNTH_CHROMIUM names ${told}, which is not an executable file.`);
    return { executablePath: told, env: cleanEnvironment() };
  }
  const found = systemChromium();
  return found === undefined ? unpackedChromium() : { executablePath: found, env: cleanEnvironment() };
}

/** @returns {string | undefined} */
function systemChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  const onPath = NAMES.flatMap(name => folders.map(folder => join(folder, name)));
  return ['/usr/bin/chromium', ...onPath, MAC].find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<Chromium>} */
async function unpackedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found. Install Chromium or Chrome, or set METASYNTH_CHROMIUM to its path.');
  }
  const folder = installedStep('chromium');
  const executablePath = join(folder, 'chromium');
  await step('chromium', PACKAGE, async () => {
    await npmInstall(folder, [PACKAGE]);
    const archives = join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin');
    await writeFile(executablePath, await unbrotli(await readFile(join(archives, 'chromium.br'))));
    await chmod(executablePath, 0o755);
    // Its network security library and a font, for systems that have neither.
    for (const name of ['al2023', 'fonts']) {
      const archive = join(folder, `${name}.tar`);
      const target = join(folder, name);
      await writeFile(archive, await unbrotli(await readFile(join(archives, `${name}.tar.br`))));
      await mkdir(target, { recursive: true });
      await run('tar', ['-xf', archive, '-C', target]);
      await rm(archive);
    }
    await rm(join(folder, 'node_modules'), { recursive: true });
    const fonts = join(folder, 'fonts', 'fonts');
    const cache = join(folder, 'fonts', 'cache');
    await writeFile(
      join(folder, 'fonts.conf'),
      `<?xml version="1.0"?>\n<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>\n`,
    );
  });
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(path => path !== '');
  const env = cleanEnvironment({ LD_LIBRARY_PATH: libraries.join(':') });
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
  await assertStarts(executablePath, env);
  return { executablePath, env };
}

/** @param {string} executablePath @param {NodeJS.ProcessEnv} env */
async function assertStarts(executablePath, env) {
  try {
    await run(executablePath, ['--version', '--no-sandbox'], { env, limit: 20_000 });
  } catch (error) {
    throw new Error(
      'The Chromium from the npm registry does not start here. ' +
        'Install one: `apt-get install --no-install-recommends chromium` (Debian), then run this again.\n' +
        (error instanceof Error ? error.message : String(error)),
    );
  }
}
