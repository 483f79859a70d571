import type { Client } from './client.js';
import type { Place, Toggle } from './places.js';
import { edit } from './places.js';

/** How long a series of measurements may take, in milliseconds, and how many it should have. */
export interface Budget {
  readonly count: number;
  readonly time: number;
  /** For one answer. */
  readonly each: number;
}

/** Repeats a measurement until the budget is spent; at least once. */
async function series(budget: Budget, once: (round: number) => Promise<readonly number[]>): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + budget.time;
  for (let round = 0; times.length < budget.count && (round === 0 || performance.now() < end); round++) {
    times.push(...(await once(round)));
  }
  return times;
}

/** Makes and mends a mistake again and again: the times from a keystroke until all that it changes has been published. */
export function keystrokes(client: Client, toggle: Toggle, budget: Budget): Promise<number[]> {
  return series(budget, async () => {
    const made = await press(client, toggle, 'make', budget.each);
    const mended = await press(client, toggle, 'mend', budget.each);
    return toggle.timeMaking ? [made, mended] : [mended];
  });
}

async function press(client: Client, toggle: Toggle, what: 'make' | 'mend', limit: number): Promise<number> {
  const started = performance.now();
  await client.change(toggle.path, ...toggle[what]);
  const shows = (path: string): boolean => client.codes(path).includes(toggle.code) === (what === 'make');
  await client.until(`${toggle.code} (${what})`, limit, () => toggle.told.every(shows));
  const last = Math.max(...toggle.told.map(path => client.of(path)?.at ?? started));
  return last - started;
}

/** Types a letter in a participant's words and asks for a hover at once: the time until the review has taken it in. */
export function typedAndAsked(client: Client, typed: Place, asked: Place, budget: Budget): Promise<number[]> {
  const { line, character } = typed.position;
  return series(budget, async round => {
    const started = performance.now();
    const change = round % 2 === 0 ? edit(line, character, character, 'q') : edit(line, character, character + 1, '');
    await client.change(typed.path, change);
    await client.at('textDocument/hover', asked.path, asked.position, budget.each);
    return [performance.now() - started];
  });
}

/** Asks for one thing at places in turn; `take` looks at each answer. */
export function asked<T>(
  client: Client,
  method: string,
  places: readonly Place[],
  budget: Budget,
  take: (answer: T) => void = () => {},
  more: object = {},
): Promise<number[]> {
  return series(budget, async round => {
    const place = places[round % places.length];
    if (!place) throw new Error('there is no place to ask at');
    const started = performance.now();
    const answer = await client.at<T>(method, place.path, place.position, budget.each, more);
    const taken = performance.now() - started;
    take(answer);
    return [taken];
  });
}

/** What the server says it has done since it was asked last, where it tells. */
export async function workDone(client: Client, limit: number): Promise<string | undefined> {
  try {
    const work = await client.request<Record<string, number> | null>('metasynth/work', {}, limit);
    return work
      ? ['chunksRead', 'symbolsChanged', 'subjectsJudged', 'filesPublished'].map(name => work[name] ?? '–').join(' / ')
      : undefined;
  } catch {
    return undefined;
  }
}

/** The work of one keystroke that makes a mistake and one that mends it. */
export async function workOf(client: Client, toggle: Toggle, limit: number): Promise<string | undefined> {
  if ((await workDone(client, limit)) === undefined) return undefined;
  await press(client, toggle, 'make', limit);
  await press(client, toggle, 'mend', limit);
  return workDone(client, limit);
}
