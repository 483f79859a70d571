// Writes `docs/diagnostics`, a page for each rule and their index, from the rules themselves. Pages are committed; a test
// fails when they are not what this would write.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(repository, 'docs', 'diagnostics');

/** @returns {Promise<Map<string, string>>} the pages by file name, from the rules as they are in the working tree */
async function pagesOfRules() {
  const made = await mkdtemp(join(tmpdir(), 'metasynth-pages-'));
  try {
    const outfile = join(made, 'pages.cjs');
    const entry = join(repository, 'server', 'src', 'rules', 'page.ts');
    await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'warning' });
    const { default: module } = await import(pathToFileURL(outfile).href);
    return module.allPages();
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

const pages = await pagesOfRules();
await mkdir(folder, { recursive: true });
const orphans = (await readdir(folder)).filter(name => !pages.has(name));
await Promise.all(orphans.map(name => rm(join(folder, name), { recursive: true })));
await Promise.all([...pages].map(([name, text]) => writeFile(join(folder, name), text)));
process.stdout.write(
  `${pages.size} pages in docs/diagnostics${orphans.length > 0 ? `, ${orphans.length} removed` : ''}\n`,
);
