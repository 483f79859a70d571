// What has to be undone when a process ends, however it ends: children stopped, temporary folders removed.
import { rmSync } from 'node:fs';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Latest first, because a folder may go only after the process that writes into it. @type {Set<() => void>} */
const pending = new Set();

/**
 * Registers something to be undone when this process ends.
 * @param {() => void} undo synchronous, since nothing else runs by then
 * @returns {() => void} call it once that has been done, or to do it now: it runs `undo` at most once
 */
export function atExit(undo) {
  const once = () => {
    if (pending.delete(once)) undo();
  };
  pending.add(once);
  return once;
}

/**
 * Makes a temporary folder.
 * @param {string} purpose part of its name
 * @returns {Promise<{path: string, remove: () => void}>} its real path, since file watchers report that one
 */
export async function temporaryFolder(purpose) {
  const path = await realpath(await mkdtemp(join(tmpdir(), `metasynth-${purpose}-`)));
  // Something may still be writing its last lines into it: hence the second tries.
  const remove = atExit(() => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  return { path, remove };
}

process.on('exit', () => {
  for (const undo of [...pending].reverse()) {
    try {
      undo();
    } catch {
      // The rest has to be undone all the same.
    }
  }
});
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));
