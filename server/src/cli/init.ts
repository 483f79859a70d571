import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { newReview } from '../editing/new-review.js';
import { exits, WrongUse } from './outcome.js';

export interface InitOptions {
  readonly title?: string;
  readonly question?: string;
  readonly approach?: string;
  readonly raters?: string;
}

/** Starts a review in a folder, which is made where it is not there. Nothing that is there is written over. */
export function initCommand(dir: string | undefined, options: InitOptions): number {
  const given = dir ?? '.';
  const folder = resolve(given);
  const outcome = newReview({
    title: options.title ?? '',
    question: options.question ?? '',
    approach: options.approach ?? '',
    raters: (options.raters ?? '').split(',').map(each => each.trim()),
  });
  if (!outcome.ok) throw new WrongUse(outcome.reason);
  const { files, folders } = outcome.value;
  const there = namesIn(folder, given);
  // Names that differ by capitals are one file on most machines.
  const taken = files.find(({ path }) => there.has(path.toLowerCase()));
  if (taken) throw new WrongUse(`there is a "${taken.path}" in "${given}" already, and nothing was written`);
  for (const path of ['', ...folders]) mkdirSync(join(folder, path), { recursive: true });
  for (const { path, text } of files) {
    // The flag refuses a file that has come in the meantime.
    writeFileSync(join(folder, path), text, { flag: 'wx' });
    process.stdout.write(`${shown(join(folder, path))}\n`);
  }
  process.stdout.write(`A review has been started. Look at it with: metasynth check ${shown(folder) || '.'}\n`);
  return exits.fine;
}

function shown(path: string): string {
  return relative('.', path).replaceAll('\\', '/');
}

/** What lies in a folder, in lower case; nothing where there is no such folder yet. */
function namesIn(folder: string, given: string): ReadonlySet<string> {
  let nearest = folder;
  while (!statSync(nearest, { throwIfNoEntry: false })) nearest = dirname(nearest);
  if (!statSync(nearest).isDirectory()) throw new WrongUse(`"${given}" is, or lies in, a file; name a folder`);
  return new Set(nearest === folder ? readdirSync(folder).map(name => name.toLowerCase()) : []);
}
