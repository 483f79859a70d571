// Writes docs/schemas/*.schema.json and the tables of fields in docs/format.md from the definitions: `node scripts/schemas.mjs`.
// With `--check` it writes nothing and fails when a file differs from what the definitions give.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const bundle = await build({
  stdin: {
    contents: `
      export { parts } from './server/src/syntax/definitions/parts.js';
      export { withFieldTables } from './server/src/syntax/definitions/reference.js';
      export { schemaFile, schemaText } from './server/src/syntax/definitions/schemas.js';
    `,
    resolveDir: fileURLToPath(root),
  },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  write: false,
  logLevel: 'error',
});
const [file] = bundle.outputFiles;
const { parts, schemaFile, schemaText, withFieldTables } = await import(
  `data:text/javascript;base64,${Buffer.from(file.contents).toString('base64')}`
);

const reference = 'docs/format.md';
const wanted = new Map(parts.map(part => [`docs/schemas/${schemaFile(part)}`, schemaText(part)]));
wanted.set(reference, withFieldTables(await readFile(new URL(reference, root), 'utf8')));

const check = process.argv.includes('--check');
await mkdir(new URL('docs/schemas/', root), { recursive: true });
for (const [path, text] of wanted) {
  const target = new URL(path, root);
  const present = await readFile(target, 'utf8').catch(() => undefined);
  if (present === text) continue;
  if (check) {
    console.error(`${path} differs from the definitions: run node scripts/schemas.mjs`);
    process.exitCode = 1;
  } else {
    await writeFile(target, text);
    console.log(path);
  }
}
