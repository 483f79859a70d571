// Bundles the extension, the language server and the command line into out/. `--minify` for the packed extension.
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { noticesOf } from './notices.mjs';
import { pdfjsForBuild } from './pdfjs.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const minify = process.argv.includes('--minify');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify,
  sourcemap: minify ? false : 'linked',
  logLevel: 'warning',
  metafile: true,
  target: 'es2022',
  define: { METASYNTH_VERSION: JSON.stringify(version) },
};
/**
 * What reads PDFs, what writes office files and what draws PNGs are files of their own, the largest of all, which are loaded once
 * they are needed.
 *
 * @type {import('esbuild').Plugin}
 */
const largeApart = {
  name: 'large-apart',
  setup(build) {
    build.onResolve({ filter: /\/pdf\/read\.js$/ }, () => ({ path: './pdf.js', external: true }));
    build.onResolve({ filter: /\/office\/office\.js$/ }, () => ({ path: './office.js', external: true }));
    build.onResolve({ filter: /\/png\/draw\.js$/ }, () => ({ path: './png.js', external: true }));
  },
};
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  plugins: [largeApart],
  // `import('./pdf.js')` becomes a `require` that waits its turn.
  supported: { 'dynamic-import': false },
};
// In a web worker there is no document; remark's packages tell it apart by this condition.
const web = {
  ...common,
  platform: 'browser',
  conditions: ['worker', 'browser'],
  mainFields: ['browser', 'module', 'main'],
};

const bundles = await Promise.all([
  build({ ...node, entryPoints: ['client/src/extension.ts'], outfile: 'out/client.js', external: ['vscode'] }),
  build({ ...node, entryPoints: ['server/src/lsp/main-node.ts'], outfile: 'out/server.js' }),
  build({ ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'out/metasynth.js' }),
  build({
    ...web,
    format: 'cjs',
    entryPoints: ['client/src/extension-web.ts'],
    outfile: 'out/client-web.js',
    external: ['vscode'],
  }),
  build({ ...web, format: 'iife', entryPoints: ['server/src/lsp/main-browser.ts'], outfile: 'out/server-web.js' }),
  // What runs inside the pages: the form for appraising a study, the translation grid, and the dashboard.
  build({
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: {
      'appraisal-form': 'client/src/appraisal-form/view/main.ts',
      dashboard: 'client/src/dashboard/view/main.ts',
      'translation-grid': 'client/src/translation-grid/view/main.ts',
    },
    outdir: 'out/page',
  }),
  build({
    ...common,
    entryPoints: {
      'appraisal-form': 'client/src/appraisal-form/view/form.css',
      dashboard: 'client/src/dashboard/view/dashboard.css',
      preview: 'client/src/preview/preview.css',
      'translation-grid': 'client/src/translation-grid/view/grid.css',
    },
    outdir: 'out/page',
  }),
  // Fonts and WebAssembly are in it as bytes. The packed extension does without it.
  build({
    ...node,
    entryPoints: ['server/src/png/draw.ts'],
    outfile: 'out/png.js',
    sourcemap: false,
    loader: { '.wasm': 'binary', '.ttf': 'binary' },
    plugins: [],
  }),
  // One file for both: a module of Node, and a script that a worker takes in.
  build({
    ...web,
    format: 'iife',
    globalName: 'metasynthPdf',
    banner: {
      js:
        '/*! With pdfjs-dist, Copyright Mozilla Foundation, under the Apache License 2.0 ' +
        '(https://www.apache.org/licenses/LICENSE-2.0), changed as said in scripts/pdfjs.mjs. */',
    },
    footer: { js: 'if (typeof module === "object") module.exports = metasynthPdf;' },
    entryPoints: ['server/src/pdf/read.ts'],
    outfile: 'out/pdf.js',
    plugins: [pdfjsForBuild()],
    // It asks for its own address where it would look for pictures' decoders, which is never.
    logOverride: { 'empty-import-meta': 'silent' },
  }),
  build({
    ...web,
    format: 'iife',
    globalName: 'metasynthOffice',
    footer: { js: 'if (typeof module === "object") module.exports = metasynthOffice;' },
    entryPoints: ['server/src/office/office.ts'],
    outfile: 'out/office.js',
  }),
]);
writeFileSync(
  join(root, 'out/THIRD-PARTY-NOTICES.txt'),
  noticesOf(
    root,
    bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  ),
);
chmodSync(join(root, 'out/metasynth.js'), 0o755);
linkCommand();

/** Puts the command where npx looks first, so that `npx metasynth` runs it from the root without asking anything of a network. */
function linkCommand() {
  const bin = join(root, 'node_modules', '.bin');
  if (!existsSync(bin)) mkdirSync(bin, { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(join(bin, 'metasynth.cmd'), '@node "%~dp0\\..\\..\\out\\metasynth.js" %*\r\n');
    return;
  }
  const link = join(bin, 'metasynth');
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync(join('..', '..', 'out', 'metasynth.js'), link);
}
