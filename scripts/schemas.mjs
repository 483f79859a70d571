// Writes docs/schemas/*.schema.json from the definitions: `node scripts/schemas.mjs`. With `--check` it writes nothing and
// fails when a file differs from what the definitions give.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const folder = new URL('docs/schemas/', root);

const bundle = await build({
  stdin: {
    contents: `
      export { parts } from './server/src/syntax/definitions/parts.js';
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
const { parts, schemaFile, schemaText } = await import(
  `data:text/javascript;base64,${Buffer.from(file.contents).toString('base64')}`
);

const check = process.argv.includes('--check');
await mkdir(folder, { recursive: true });
for (const part of parts) {
  const target = new URL(schemaFile(part), folder);
  const text = schemaText(part);
  const present = await readFile(target, 'utf8').catch(() => undefined);
  if (present === text) continue;
  if (check) {
    console.error(`docs/schemas/${schemaFile(part)} differs from the definitions: run node scripts/schemas.mjs`);
    process.exitCode = 1;
  } else {
    await writeFile(target, text);
    console.log(`docs/schemas/${schemaFile(part)}`);
  }
}
