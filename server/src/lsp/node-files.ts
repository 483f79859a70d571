import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FileBytes, largestFile, type ReadFailure } from '../host/host.js';
import { reviewFile } from '../review/paths.js';

/** Folders that never hold a part of a review, and are large. */
const ignoredFolders = new Set(['node_modules', 'bower_components', '__pycache__', 'venv']);

/** A review is not looked for deeper than this, nor in more folders. */
const deepest = 24;
const mostFolders = 50_000;

/** Walks a folder; links are not followed, since they may lead out of it. */
function* walk(folder: string): Iterable<{ folder: string; files: readonly string[] }> {
  const queue: { path: string; depth: number }[] = [{ path: folder, depth: 0 }];
  for (let index = 0; index < queue.length && index < mostFolders; index++) {
    const { path, depth } = queue[index] ?? { path: folder, depth: 0 };
    const files: string[] = [];
    for (const entry of entriesOf(path)) {
      if (entry.isFile()) files.push(entry.name);
      else if (
        entry.isDirectory() &&
        depth < deepest &&
        !ignoredFolders.has(entry.name) &&
        !entry.name.startsWith('.')
      ) {
        queue.push({ path: join(path, entry.name), depth: depth + 1 });
      }
    }
    yield { folder: path, files };
  }
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    // A folder that may not be read holds nothing for us.
    return [];
  }
}

/** The folders at or under the given one that hold a `metasynth.yaml`. */
export function reviewFolders(folder: string): string[] {
  return [...walk(folder)].filter(each => each.files.includes(reviewFile)).map(each => each.folder);
}

/** All files at or under a folder. */
export function filesUnder(folder: string): string[] {
  return [...walk(folder)].flatMap(each => each.files.map(name => join(each.folder, name)));
}

/** Reads a file whole, synchronously: on a local disk many times faster than asking for each in turn. */
export function readFileBytes(path: string): Omit<FileBytes, 'address'> {
  let descriptor: number | undefined;
  try {
    if (!statSync(path).isFile()) return { failure: 'missing' };
    descriptor = openSync(path, 'r');
    const { size } = fstatSync(descriptor);
    if (size > largestFile) return { failure: 'too-large' };
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const got = readSync(descriptor, bytes, filled, size - filled, filled);
      if (got === 0) break;
      filled += got;
    }
    return { bytes: bytes.subarray(0, filled) };
  } catch (error) {
    return { failure: failureOf(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function failureOf(error: unknown): ReadFailure {
  const code = (error as { code?: string }).code;
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'denied';
}
