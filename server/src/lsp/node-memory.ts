import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** With less to be had it is not worth the moment that it takes. In bytes. */
const worthwhile = 48 * 1024 * 1024;

let left = 0;
let collect: (() => void) | undefined;

/**
 * Gives memory back to the system that was needed for a while: reading ten thousand studies leaves two hundred megabytes of
 * garbage, and V8 sees no reason to collect it in a process that has nothing to do.
 */
export function giveBackMemory(): void {
  if (process.memoryUsage().heapTotal < left + worthwhile) return;
  collect ??= collector();
  // The first time finds what is garbage, the second time what was only held by it, and gives back the room of both.
  collect?.();
  collect?.();
  left = process.memoryUsage().heapTotal;
}

/** V8's own collector; undefined where there is none to be had. */
function collector(): (() => void) | undefined {
  try {
    setFlagsFromString('--expose-gc');
    return runInNewContext('gc') as () => void;
  } catch {
    return undefined;
  }
}
