import type { Plan } from '../generate/plan.js';
import type { Files } from '../generate/review.js';
import { Client } from './client.js';
import { type Figure, type Figures, type Measured, median, percentile } from './figures.js';
import { pause } from './limits.js';
import { edit, Places, type Toggle } from './places.js';
import { asked, type Budget, keystrokes, typedAndAsked, workOf } from './probes.js';

const times = 'Server: times';
const typing = 'Server: keystroke → diagnostics';
const asking = 'Server: answers';
const memory = 'Server: memory';

/** What to run, on what, and how long. */
export interface ServerRun {
  readonly size: number;
  readonly folder: string;
  readonly plan: Plan;
  readonly files: Files;
  readonly command: readonly string[];
  readonly bare: readonly string[];
  readonly budget: Budget;
}

/** Measures the language server as an editor meets it. Whatever fails is noted as such, and the rest goes on. */
export async function measureServer(run: ServerRun, figures: Figures): Promise<void> {
  const places = new Places(run.plan, run.files);
  const note = (figure: Figure, measured: Measured): void => figures.add(run.size, figure, measured);
  await measureStart(run, places, note);
  const client = new Client(run.command, run.folder);
  try {
    await client.greet(run.budget.each);
    await client.until('settled', 10 * run.budget.each, () => isSettled(client, run.size));
    await pause(2_000);
    note({ group: memory, label: 'settled (RSS)', unit: 'MB', goal: below(150, 'MB') }, megabytes(client, 'VmRSS'));
    await measureTyping(client, run, places, note);
    await measureAnswers(client, run, places, note);
    await measureMemory(client, run, places, note);
  } catch (error) {
    note({ group: times, label: 'the server as a whole', unit: '' }, failed(error));
  } finally {
    await client.stop();
  }
}

type Note = (figure: Figure, measured: Measured) => void;

function isSettled(client: Client, size: number): boolean {
  return client.statuses.some(status => status.studies === size);
}

/** From the start of the process until something is said of the open file, and until the whole review has been read. */
async function measureStart(run: ServerRun, places: Places, note: Note): Promise<void> {
  const { study } = places;
  // A field that stands twice is told from this text alone.
  const text = places.text(study).replace(/^funding:.*\n/m, line => `${line}${line}`);
  const first: number[] = [];
  const settled: number[] = [];
  const bare: number[] = [];
  const start = async (command: readonly string[], waits: boolean): Promise<void> => {
    const client = new Client(command, run.folder);
    try {
      await client.greet(run.budget.each);
      await client.open(study, text);
      const told = await client.until('first diagnostics', 5 * run.budget.each, () => client.codes(study).length > 0);
      (waits ? first : bare).push(told - client.started);
      if (!waits) return;
      const done = await client.until('settled', 10 * run.budget.each, () => isSettled(client, run.size));
      settled.push(done - client.started);
    } finally {
      await client.stop();
    }
  };
  try {
    const rounds = run.size > 2_000 ? 2 : 3;
    for (let round = 0; round < rounds; round++) {
      await start(run.bare, false);
      await start(run.command, true);
    }
  } catch (error) {
    if (first.length === 0)
      note({ group: times, label: 'first diagnostics of the open file', unit: 'ms' }, failed(error));
  }
  const knowsNothing = median(bare);
  if (bare.length > 0)
    note(
      { group: times, label: 'a server that knows nothing, first diagnostics', unit: 'ms' },
      { value: knowsNothing },
    );
  if (first.length > 0 && bare.length > 0) {
    const goal = {
      says: '≤ the server that knows nothing + 100 ms',
      met: (value: number) => value <= knowsNothing + 100,
    };
    note({ group: times, label: 'first diagnostics of the open file', unit: 'ms', goal }, { value: median(first) });
  }
  if (settled.length > 0)
    note({ group: times, label: 'whole review read and told', unit: 'ms' }, { value: median(settled) });
}

async function measureTyping(client: Client, run: ServerRun, places: Places, note: Note): Promise<void> {
  const files: readonly [string, Toggle, number][] = [
    ['a study', places.inStudy(), 5],
    ['the codebook', places.inCodebook(), 5],
    ['the manuscript', places.inManuscript(), 5],
    ['the bibliography', places.inBibliography(), 20],
    ["a rater's file", places.inRater(), 20],
  ];
  for (const [name, toggle, most] of files) {
    await attempt({ group: typing, label: `${name}, p50`, unit: 'ms' }, note, async () => {
      await client.open(toggle.path, places.text(toggle.path));
      const before = client.processorTime();
      const taken = await keystrokes(client, toggle, run.budget);
      const after = client.processorTime();
      const pressed = toggle.timeMaking ? taken.length : 2 * taken.length;
      const own =
        before === undefined || after === undefined
          ? ''
          : `processor ${((after - before) / pressed).toFixed(1)} each, `;
      const many = `${own}n ${taken.length}`;
      note(
        { group: typing, label: `${name}, p50`, unit: 'ms', goal: below(most) },
        { value: median(taken), note: many },
      );
      note({ group: typing, label: `${name}, p95`, unit: 'ms' }, { value: percentile(taken, 0.95) });
      note(
        { group: typing, label: `${name}, p99`, unit: 'ms', goal: below(Math.max(15, most)) },
        { value: percentile(taken, 0.99) },
      );
      const work = await workOf(client, toggle, run.budget.each);
      note(
        { group: 'Work of two keystrokes: chunks read / symbols changed / judged / published', label: name, unit: '' },
        work === undefined ? { failed: 'not told' } : { words: work },
      );
    });
    await client.close(toggle.path);
  }
  const elsewhere = places.elsewhere();
  await attempt({ group: typing, label: 'other files, p50', unit: 'ms' }, note, async () => {
    await client.open(elsewhere.path, places.text(elsewhere.path));
    const taken = await keystrokes(client, elsewhere, { ...run.budget, count: 40 });
    const many = `${elsewhere.told.length} files, n ${taken.length}`;
    note(
      { group: typing, label: 'other files, p50', unit: 'ms', goal: below(50) },
      { value: median(taken), note: many },
    );
    note({ group: typing, label: 'other files, p99', unit: 'ms' }, { value: percentile(taken, 0.99) });
  });
  await client.close(elsewhere.path);
  const prose = places.inProse();
  await attempt({ group: typing, label: 'a letter of prose, then a hover, p50', unit: 'ms' }, note, async () => {
    await client.open(prose.path, places.text(prose.path));
    const [place] = places.hovered();
    if (!place) return;
    const taken = await typedAndAsked(client, prose, place, run.budget);
    note(
      { group: typing, label: 'a letter of prose, then a hover, p50', unit: 'ms' },
      { value: median(taken), note: `n ${taken.length}` },
    );
    note(
      { group: typing, label: 'a letter of prose, then a hover, p99', unit: 'ms' },
      { value: percentile(taken, 0.99) },
    );
  });
  await client.close(prose.path);
}

async function measureAnswers(client: Client, run: ServerRun, places: Places, note: Note): Promise<void> {
  const can = client.result?.capabilities ?? {};
  const { budget } = run;
  for (const path of [places.study, 'synthesis.md', 'codebook.yaml']) await client.open(path, places.text(path));
  const theme = places.usedTheme();
  const series = async (
    name: string,
    provided: unknown,
    p50: Figure['goal'],
    high: readonly [number, Figure['goal']],
    ask: () => Promise<[number[], string]>,
  ): Promise<void> => {
    const label = `${name}, p50`;
    if (!provided) return note({ group: asking, label, unit: 'ms' }, { failed: 'not offered' });
    await attempt({ group: asking, label, unit: 'ms' }, note, async () => {
      const [taken, said] = await ask();
      note({ group: asking, label, unit: 'ms', ...(p50 && { goal: p50 }) }, { value: median(taken), note: said });
      const [share, goal] = high;
      note(
        { group: asking, label: `${name}, p${share * 100}`, unit: 'ms', ...(goal && { goal }) },
        { value: percentile(taken, share) },
      );
    });
  };
  await series('hover', can.hoverProvider, undefined, [0.99, below(8)], async () => {
    let empty = 0;
    const taken = await asked<unknown>(client, 'textDocument/hover', places.hovered(), budget, answer => {
      if (answer === null) empty++;
    });
    return [taken, `n ${taken.length}${empty > 0 ? `, ${empty} empty` : ''}`];
  });
  await series('completion', can.completionProvider, undefined, [0.95, below(10)], async () => {
    let most = 0;
    const taken = await asked<{ items: unknown[] } | unknown[] | null>(
      client,
      'textDocument/completion',
      places.completed(),
      budget,
      answer => {
        most = Math.max(most, (Array.isArray(answer) ? answer : (answer?.items ?? [])).length);
      },
    );
    return [taken, `n ${taken.length}, ${most} items at most`];
  });
  if (can.referencesProvider) {
    await attempt({ group: asking, label: 'references, the first', unit: 'ms' }, note, async () => {
      let hits = 0;
      const ask = (count: number): Promise<number[]> =>
        asked<unknown[] | null>(
          client,
          'textDocument/references',
          [theme],
          { ...budget, count },
          answer => {
            hits = answer?.length ?? 0;
          },
          { context: { includeDeclaration: true } },
        );
      const first = median(await ask(1));
      const again = median(await ask(50));
      const goal = below(5 + 0.02 * hits);
      note({ group: asking, label: 'references, the first', unit: 'ms', goal }, { value: first, note: `${hits} hits` });
      note({ group: asking, label: 'references, again', unit: 'ms', goal }, { value: again });
    });
  } else note({ group: asking, label: 'references, the first', unit: 'ms' }, { failed: 'not offered' });
  if (can.renameProvider) {
    await attempt({ group: asking, label: 'rename of a theme', unit: 'ms' }, note, async () => {
      let edits = 0;
      const taken = await asked<{
        changes?: Record<string, unknown[]>;
        documentChanges?: { edits?: unknown[] }[];
      } | null>(
        client,
        'textDocument/rename',
        [theme],
        { ...budget, count: 20 },
        answer => {
          const lists = [
            ...Object.values(answer?.changes ?? {}),
            ...(answer?.documentChanges ?? []).map(each => each.edits ?? []),
          ];
          edits = lists.reduce((sum, list) => sum + list.length, 0);
        },
        { newName: `${theme.name}-anew` },
      );
      note(
        { group: asking, label: 'rename of a theme', unit: 'ms', goal: below(5 + 0.02 * edits) },
        { value: median(taken), note: `${edits} edits` },
      );
    });
  } else note({ group: asking, label: 'rename of a theme', unit: 'ms' }, { failed: 'not offered' });
  for (const path of ['synthesis.md', 'codebook.yaml']) {
    await series(`symbols of ${path}`, can.documentSymbolProvider, undefined, [0.95, undefined], async () => {
      const taken = await asked<unknown>(
        client,
        'textDocument/documentSymbol',
        [{ path, position: { line: 0, character: 0 } }],
        { ...budget, count: 30 },
      );
      return [taken, `n ${taken.length}`];
    });
  }
}

async function measureMemory(client: Client, run: ServerRun, places: Places, note: Note): Promise<void> {
  const { path, position } = places.inProse();
  const { line, character } = position;
  const label = 'after 2,000 edits (RSS)';
  await attempt({ group: memory, label, unit: 'MB' }, note, async () => {
    const end = performance.now() + run.budget.time;
    let edits = 0;
    while (edits < 2_000 && performance.now() < end) {
      // A rest now and then lets the server do what it would do for a person.
      for (let each = 0; each < 20; each += 2) {
        await client.change(path, edit(line, character, character, 'q'));
        await client.change(path, edit(line, character, character + 1, ''));
      }
      edits += 20;
      await client.at('textDocument/hover', path, position, run.budget.each);
    }
    await pause(2_000);
    const measured = megabytes(client, 'VmRSS');
    note(
      { group: memory, label, unit: 'MB' },
      'value' in measured && edits < 2_000 ? { ...measured, note: `${edits} edits` } : measured,
    );
  });
  note({ group: memory, label: 'peak (VmHWM)', unit: 'MB' }, megabytes(client, 'VmHWM'));
}

async function attempt(figure: Figure, note: Note, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    note(figure, failed(error));
  }
}

function megabytes(client: Client, field: 'VmRSS' | 'VmHWM'): Measured {
  const value = client.memory(field);
  return value === undefined ? { failed: 'not told by this system' } : { value };
}

export function failed(error: unknown): Measured {
  return { failed: (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 80) ?? '' };
}

function below(most: number, unit = 'ms'): NonNullable<Figure['goal']> {
  const rounded = Number.isInteger(most) ? String(most) : most.toFixed(1);
  return { says: `≤ ${rounded} ${unit}`, met: value => value <= most };
}
