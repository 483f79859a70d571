// What `npm start` shows after the build: the sample review is checked, its table and its outline are written, and said.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const command = join(root, 'out', 'metasynth.js');
const sample = join('samples', 'peer-support');
const output = join('out', 'sample');

function metasynth(...given) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...given], { cwd: root, encoding: 'utf8' });
  process.stderr.write(stderr);
  if (status === null || status > 1) process.exit(status ?? 1);
  return { status, stdout };
}

console.log(`$ npx metasynth check ${sample}\n`);
const check = metasynth('check', sample);
console.log(check.stdout);

mkdirSync(join(root, output), { recursive: true });
const table = join(output, 'synthesis-table.md');
const outline = join(output, 'line-of-argument.md');
metasynth('table', sample, '-o', table, '--force');
metasynth('outline', sample, '-o', outline, '--force');
// Two of the table's lines are its head; what stands under it are notes.
const rows = (readFileSync(join(root, table), 'utf8').match(/^\|/gm)?.length ?? 2) - 2;
const headings = readFileSync(join(root, outline), 'utf8').match(/^## /gm)?.length ?? 0;
console.log(`Synthesis table: ${rows} studies, in ${relative(root, join(root, table))}`);
console.log(`Line-of-argument outline: ${headings} parts, in ${relative(root, join(root, outline))}`);
console.log('\nOpen the sample in an editor with: npm run editor');
process.exitCode = check.status ?? 1;
