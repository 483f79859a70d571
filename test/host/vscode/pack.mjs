// Packs the extension as it would be published.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { repository } from './paths.mjs';
import { cleanEnvironment, run } from './processes.mjs';

/** The packed extension. */
export const vsix = join(repository, 'out', 'metasynth.vsix');

/**
 * Runs `vsce package`, which builds the extension first (`vscode:prepublish`).
 * @returns {Promise<string>} the path of the `.vsix`
 */
export async function pack() {
  const manifest = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'));
  const vsce = join(dirname(createRequire(join(repository, 'here.js')).resolve('@vscode/vsce/package.json')), 'vsce');
  await mkdir(dirname(vsix), { recursive: true });
  const missing = [
    ...(manifest.repository === undefined ? ['--allow-missing-repository'] : []),
    ...(manifest.license === undefined ? ['--skip-license'] : []),
  ];
  await run(
    process.execPath,
    [vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', vsix, ...missing],
    {
      cwd: repository,
      env: cleanEnvironment(),
      limit: 300_000,
    },
  );
  return vsix;
}
