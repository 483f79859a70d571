import type { Fault } from '../generate/faults/plant.js';
import { type Figure, type Figures, median } from './figures.js';
import { type Ended, runToEnd } from './processes.js';

const group = 'Command line: whole process, cold';
const precision = 'Precision';

/** What to run: the command line, the floors, and where js-yaml is. */
export interface CheckRun {
  readonly size: number;
  readonly folder: string;
  readonly command: string;
  readonly floor: string;
  /** The folder that has js-yaml; undefined where it could not be had. */
  readonly peers: string | undefined;
  /** For one process, in milliseconds. */
  readonly limit: number;
}

/** Times `check` and what any reader must do at least, in turn, so that a busy machine slows all of them. */
export async function measureCheck(run: CheckRun, figures: Figures): Promise<void> {
  const { size, folder, limit } = run;
  const floor = (kind: string): readonly [string, ...string[]] => [
    process.execPath,
    run.floor,
    kind,
    folder,
    run.peers ?? '',
  ];
  const small = size <= 2_000;
  const commands: readonly (readonly [string, readonly [string, ...string[]], number])[] = [
    ['check', [process.execPath, run.command, 'check', folder, '--fail-on', 'never'], small ? 5 : 3],
    ['read all files', floor('read'), small ? 5 : 3],
    ['read and scan with expressions', floor('scan'), small ? 5 : 3],
    ...(run.peers ? ([['fastest floor: js-yaml events and scan', floor('js-yaml'), small ? 5 : 3]] as const) : []),
    ['fast floor: yaml and scan', floor('yaml'), small ? 5 : 1],
    // An hour of remark says nothing more than a minute of it.
    ...(small ? ([['full floor: yaml, remark and scan', floor('full'), 3]] as const) : []),
  ];
  const walls = new Map<string, number[]>();
  const processors = new Map<string, number[]>();
  const late = new Map<string, string>();
  for (let round = 0; round < 5; round++) {
    for (const [name, command, rounds] of commands) {
      if (round >= rounds || late.has(name)) continue;
      const ended = await runToEnd(command, limit);
      if (ended.code === 0) {
        walls.set(name, [...(walls.get(name) ?? []), ended.wall]);
        processors.set(name, [...(processors.get(name) ?? []), ended.processor ?? Number.NaN]);
      } else late.set(name, failure(ended, limit));
    }
  }
  const check = median(walls.get('check') ?? []);
  for (const [name] of commands) {
    const taken = walls.get(name);
    const figure: Figure = { group, label: name, unit: 'ms' };
    if (!taken) figures.add(size, figure, { failed: late.get(name) ?? 'not run' });
    else
      figures.add(size, figure, {
        value: median(taken),
        note: `processor ${Math.round(median(processors.get(name) ?? []))}, n ${taken.length}`,
      });
    if (!taken || name === 'check' || !walls.has('check')) continue;
    const fastest = name.startsWith('fastest');
    const goal = {
      says: '≤ 0.8 × at 10,000',
      met: (value: number, at: number) => (at >= 10_000 ? value <= 0.8 : undefined),
    };
    const ratio: Figure = { group, label: `check : ${name}`, unit: '×', ...(fastest && { goal }) };
    const own = median(processors.get('check') ?? []) / median(processors.get(name) ?? []);
    figures.add(size, ratio, { value: check / median(taken), note: `by processor time ${own.toFixed(2)}` });
  }
  if (!run.peers)
    figures.add(
      size,
      { group, label: 'fastest floor: js-yaml events and scan', unit: 'ms' },
      { failed: 'js-yaml could not be had' },
    );
}

/** How much is told of a review without a fault: nothing should be. */
export async function measureSilence(run: CheckRun, figures: Figures): Promise<void> {
  const figure: Figure = {
    group: precision,
    label: 'told of a faultless review',
    unit: '',
    goal: { says: '0', met: value => value === 0 },
  };
  const told = await diagnosticsOf(run, run.folder);
  figures.add(
    run.size,
    figure,
    typeof told === 'string' ? { failed: told } : { value: told.length, ...(told[0] && { note: told[0] }) },
  );
}

/** How many planted mistakes are told, and what else is. */
export async function measureFaults(
  run: CheckRun,
  folder: string,
  faults: readonly Fault[],
  figures: Figures,
): Promise<void> {
  const told = await diagnosticsOf(run, folder);
  const missed: Figure = {
    group: precision,
    label: 'planted mistakes not told',
    unit: '',
    goal: { says: '0', met: value => value === 0 },
  };
  const others: Figure = { ...missed, label: 'told beside them' };
  if (typeof told === 'string') {
    figures.add(run.size, missed, { failed: told });
    return;
  }
  const planted = faults.map(fault => `${fault.code} ${fault.path}:${fault.line + 1}`);
  const without = (list: readonly string[], gone: readonly string[]): string[] => {
    const left = [...gone];
    return list.filter(each => {
      const at = left.indexOf(each);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const unseen = without(planted, told);
  const extra = without(told, planted);
  figures.add(run.size, missed, { value: unseen.length, note: unseen[0] ?? `of ${planted.length}` });
  figures.add(run.size, others, { value: extra.length, ...(extra[0] && { note: extra[0] }) });
}

/** What `check` tells of a folder, a line for each; or why it could not be asked. */
async function diagnosticsOf({ command, limit }: CheckRun, folder: string): Promise<string[] | string> {
  const { execFile } = await import('node:child_process');
  return new Promise(resolve => {
    const asked = [command, 'check', folder, '--fail-on', 'never', '--format', 'json'];
    execFile(process.execPath, asked, { timeout: limit, maxBuffer: 1 << 28 }, (error, output) => {
      if (error) return resolve(error.killed ? `over ${limit / 1000} s` : error.message.slice(0, 80));
      const { diagnostics } = JSON.parse(output) as {
        diagnostics: { code: string; file: string; range: { start: { line: number } } }[];
      };
      resolve(diagnostics.map(({ code, file, range }) => `${code} ${file}:${range.start.line + 1}`));
    });
  });
}

function failure({ code, output }: Ended, limit: number): string {
  return code === undefined
    ? `over ${limit / 1000} s`
    : `code ${code}: ${output.trim().split('\n').at(-1)?.slice(0, 60)}`;
}
