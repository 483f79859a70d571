// Measures Metasynth on generated reviews and prints one table. `npm run bench -- 100 1000 --peers --seconds 30`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { faultyReview, kinds } from '../generate/faults/plant.js';
import { faultlessReview } from '../generate/review.js';
import { type Figure, Figures } from './figures.js';
import { measureCheck, measureFaults, measureSilence } from './measure-check.js';
import { measureServer } from './measure-server.js';
import { install, measurePeers } from './peers.js';
import { writeReview } from './review-folder.js';
import { jsonTable, markdownTable } from './table.js';

const root = process.env.METASYNTH_ROOT ?? process.cwd();
const output = join(root, 'test-output', 'bench');
const peers = join(root, 'test-output', 'peers');
const program = (name: string): string => join(output, 'programs', `${name}.mjs`);
const command = join(root, 'out', 'metasynth.js');

const args = process.argv.slice(2);
const wantsPeers = args.includes('--peers');
/** The server alone: who makes it faster need not wait for the command line each time. */
const serverAlone = args.includes('--server');
const seconds = Number(args[args.indexOf('--seconds') + 1]) || 60;
const asked = args.filter((arg, index) => /^\d[\d,_]*$/.test(arg) && args[index - 1] !== '--seconds');
const sizes = asked.length > 0 ? asked.map(arg => Number(arg.replace(/[,_]/g, ''))) : [100, 1_000, 10_000];

const flags = shippedFlags();
const figures = new Figures();
const installed = await install(peers, wantsPeers);
for (const size of sizes) {
  await measure(size);
  report();
}
if (sizes.includes(100) && sizes.includes(10_000)) addRatios();
process.stdout.write(`\n${report()}`);

async function measure(size: number): Promise<void> {
  const say = (what: string): void => console.error(`${size} studies: ${what}`);
  say('writing');
  // Beyond this the table of all studies would be most of the manuscript.
  const blocks = size <= 1_000;
  const folder = join(output, 'reviews', String(size));
  // Both folders are the bench's own, below test-output.
  for (const old of [folder, `${folder}-faulty`]) rmSync(old, { recursive: true, force: true });
  const { plan, files } = faultlessReview({ studies: size, blocks });
  writeReview(folder, files);
  const onDisk = new Map(files);
  if (blocks) {
    execFileSync(process.execPath, [command, 'update', folder], { stdio: 'ignore', timeout: 120_000 });
    onDisk.set('synthesis.md', readFileSync(join(folder, 'synthesis.md'), 'utf8'));
  }
  const check = {
    size,
    folder,
    command,
    floor: program('floor'),
    peers: installed ? peers : undefined,
    limit: 120_000,
  };
  if (!serverAlone) {
    say('check and floors');
    await measureCheck(check, figures);
    say('precision');
    await measureSilence(check, figures);
    const faulty = faultyReview({ studies: size, faults: kinds.length * (size > 100 ? 2 : 1) });
    writeReview(`${folder}-faulty`, faulty.files);
    await measureFaults(check, `${folder}-faulty`, faulty.faults, figures);
  }
  say('server');
  await measureServer(
    {
      size,
      folder,
      plan,
      files: onDisk,
      command: [...flags, command, 'lsp', '--stdio'],
      bare: [program('bare-server'), '--stdio'],
      budget: { count: 200, time: seconds * 1_000, each: 60_000 },
    },
    figures,
  );
  if (!wantsPeers) return;
  say('peers');
  const run = { size, folder, plan, files: onDisk, peers, markdown: program('peer-markdown'), limit: 120_000 };
  await measurePeers(run, figures);
}

/** The flags that the extension starts its server with, read from where it does. */
function shippedFlags(): string[] {
  const source = readFileSync(join(root, 'client', 'src', 'extension.ts'), 'utf8');
  const list = /run:\s*\{[^}]*execArgv:\s*\[([^\]]*)\]/.exec(source)?.[1] ?? '';
  return [...list.matchAll(/['"]([^'"]+)['"]/g)].flatMap(found => found[1] ?? []);
}

/** How much more a keystroke costs among 10,000 studies than among 100. */
function addRatios(): void {
  for (const { figure } of figures.all()) {
    if (!/→ diagnostics/.test(figure.group) || !figure.label.endsWith('p50')) continue;
    const [small, large] = [figures.value(figure.label, 100), figures.value(figure.label, 10_000)];
    if (small === undefined || large === undefined) continue;
    const ratio: Figure = {
      group: 'Keystroke at 10,000 : at 100',
      label: `${figure.label.replace(', p50', '')}, p50, ratio`,
      unit: '×',
      goal: { says: '≤ 1.5 ×', met: value => value <= 1.5 },
    };
    figures.add(10_000, ratio, { value: large / small });
  }
}

/** Writes what has been measured so far, and gives the table. */
function report(): string {
  const about = [
    `${new Date().toISOString().slice(0, 16)}, Node ${process.version}, ${cpus().length} processors (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB`,
    `Server flags: ${flags.join(' ') || 'none'}. Series end after ${seconds} s; n says how many were measured.`,
    'A dash is a figure that was not measured. Trust ratios within a run more than absolute times.',
  ];
  mkdirSync(output, { recursive: true });
  const table = markdownTable(figures, sizes, about);
  writeFileSync(join(output, 'bench.md'), table);
  writeFileSync(join(output, 'bench.json'), jsonTable(figures, about));
  return table;
}
