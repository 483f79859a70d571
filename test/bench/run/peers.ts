import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../generate/plan.js';
import type { Files } from '../generate/review.js';
import { Client } from './client.js';
import { type Figure, type Figures, median, percentile } from './figures.js';
import { failed } from './measure-server.js';
import { edit, Places } from './places.js';
import { runToEnd } from './processes.js';

/** The packages that peers are made of. js-yaml serves as a floor on every run. */
const floorPackages = ['js-yaml@5'];
const peerPackages = [
  ...['yaml-language-server@1.25.0', 'vscode-markdown-languageservice@0.4.0', 'markdown-it@14'],
  ...['vscode-languageserver-textdocument@1', 'vscode-uri@3', 'markdownlint-cli2@0.22.1'],
  ...['remark-cli@12', 'remark-validate-links@13', 'remark-frontmatter@5'],
];

/** Installs what is missing into a folder of its own, apart from the project's; true when all of it is there. */
export async function install(folder: string, all: boolean): Promise<boolean> {
  const packages = [...floorPackages, ...(all ? peerPackages : [])];
  const isThere = (name: string): boolean =>
    existsSync(join(folder, 'node_modules', name.replace(/@[^@]*$/, ''), 'package.json'));
  if (packages.every(isThere)) return true;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Those that are there already are named again, because npm takes away what it is not told of.
  await runToEnd(
    [
      npm,
      'install',
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      ...floorPackages,
      ...peerPackages.filter(each => all || isThere(each)),
    ],
    300_000,
    folder,
  );
  return packages.every(isThere);
}

export interface PeerRun {
  readonly size: number;
  readonly folder: string;
  readonly plan: Plan;
  readonly files: Files;
  /** Where the peers are installed. */
  readonly peers: string;
  /** The bundled program that runs VS Code's Markdown service on a folder. */
  readonly markdown: string;
  /** For one process or answer, in milliseconds. */
  readonly limit: number;
}

/** Measures other tools on the same files, each as far as it does a comparable thing. */
export async function measurePeers(run: PeerRun, figures: Figures): Promise<void> {
  await measureYamlServer(run, figures);
  await measureMarkdownService(run, figures);
  const bin = (...parts: string[]): string => join(run.peers, 'node_modules', ...parts);
  await measureCommand(run, figures, 'markdownlint-cli2', [
    process.execPath,
    bin('markdownlint-cli2', 'markdownlint-cli2-bin.mjs'),
    'studies/*.md',
    'synthesis.md',
  ]);
  await measureCommand(run, figures, 'remark-cli with front matter and links', [
    process.execPath,
    bin('remark-cli', 'cli.js'),
    '--quiet',
    '--no-stdout',
    '--use',
    bin('remark-frontmatter', 'index.js'),
    '--use',
    `${bin('remark-validate-links', 'index.js')}=repository:false`,
    'studies',
    'synthesis.md',
  ]);
}

async function measureCommand(
  run: PeerRun,
  figures: Figures,
  name: string,
  command: readonly [string, ...string[]],
): Promise<void> {
  const figure: Figure = { group: 'Peers: command line', label: name, unit: 'ms' };
  const { code, wall, output } = await runToEnd(command, run.limit, run.folder);
  // A linter ends with 1 when it has found something; anything above says that it did not work.
  if (code === undefined) figures.add(run.size, figure, { failed: `over ${run.limit / 1000} s` });
  else if (code > 1 || code < 0)
    figures.add(run.size, figure, { failed: `code ${code}: ${output.trim().slice(0, 60)}` });
  else figures.add(run.size, figure, { value: wall });
}

/** The first diagnostics and keystrokes of yaml-language-server, in a YAML study and in the codebook. */
async function measureYamlServer(run: PeerRun, figures: Figures): Promise<void> {
  const places = new Places(run.plan, run.files);
  const command = [join(run.peers, 'node_modules', 'yaml-language-server', 'bin', 'yaml-language-server'), '--stdio'];
  for (const path of [places.yamlStudy, 'codebook.yaml']) {
    const name = `yaml-language-server, ${path === 'codebook.yaml' ? 'the codebook' : 'a YAML study'}`;
    const note = (what: string, measured: Parameters<Figures['add']>[2]): void =>
      figures.add(run.size, { group: 'Peers: servers', label: `${name}, ${what}`, unit: 'ms' }, measured);
    const client = new Client(command, run.folder);
    try {
      await client.greet(run.limit);
      // A field of one letter on the first line that is given twice.
      await client.open(path, `q: 1\nq: 2\n${places.text(path)}`);
      const told = await client.until('first diagnostics', run.limit, () => client.codes(path).length > 0);
      note('first diagnostics', { value: told - client.started });
      const taken: number[] = [];
      const end = performance.now() + run.limit / 2;
      for (let round = 0; round < 60 && performance.now() < end; round++) {
        const makes = round % 2 === 1;
        const started = performance.now();
        await client.change(path, makes ? edit(0, 1, 2, '') : edit(0, 1, 1, 'w'));
        await client.until(
          'a keystroke',
          run.limit,
          () => client.codes(path).length > 0 === makes && (client.of(path)?.at ?? 0) > started,
        );
        taken.push((client.of(path)?.at ?? Number.NaN) - started);
      }
      note('keystroke p50', { value: median(taken), note: `n ${taken.length}` });
      note('keystroke p99', { value: percentile(taken, 0.99) });
      const memory = client.memory('VmRSS');
      if (memory !== undefined)
        figures.add(
          run.size,
          { group: 'Peers: servers', label: `${name}, memory (RSS)`, unit: 'MB' },
          { value: memory },
        );
    } catch (error) {
      note('first diagnostics', failed(error));
    } finally {
      await client.stop();
    }
  }
}

/** VS Code's Markdown service in a process of its own, which prints what it has measured. */
async function measureMarkdownService(run: PeerRun, figures: Figures): Promise<void> {
  const ended = await runToEnd([process.execPath, run.markdown, run.folder, run.peers], run.limit);
  const group = 'Peers: servers';
  if (ended.code !== 0) {
    const why =
      ended.code === undefined
        ? `over ${run.limit / 1000} s`
        : (/^.*Error: .*$/m.exec(ended.output)?.[0] ?? ended.output.trim()).slice(0, 80);
    figures.add(run.size, { group, label: "VS Code's Markdown service", unit: 'ms' }, { failed: why });
    return;
  }
  const measured = JSON.parse(ended.output.trim().split('\n').at(-1) ?? '{}') as Record<string, number>;
  for (const [what, value] of Object.entries(measured)) {
    const unit = what.startsWith('memory') ? 'MB' : 'ms';
    figures.add(run.size, { group, label: `VS Code's Markdown service, ${what}`, unit }, { value });
  }
}
