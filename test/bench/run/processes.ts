import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = process.env.METASYNTH_ROOT ?? process.cwd();
const usage = join(root, 'test', 'bench', 'run', 'usage.cjs');

/**
 * How a program ended: its wall time in milliseconds and its exit code, undefined when it was stopped. Of a program of Node
 * also the processor time that it took, in all its threads, which other work on the machine changes far less.
 */
export interface Ended {
  readonly wall: number;
  readonly processor: number | undefined;
  readonly code: number | undefined;
  readonly output: string;
}

/** Runs a program to its end; kills it, with what it started, when it takes longer than `limit` milliseconds. */
export function runToEnd(command: readonly [string, ...string[]], limit: number, folder?: string): Promise<Ended> {
  return new Promise(resolve => {
    const [program, ...rest] = command;
    const started = performance.now();
    const measured = program === process.execPath ? ['--require', usage, ...rest] : rest;
    const child = spawn(program, measured, {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      detached: true,
      ...(folder && { cwd: folder }),
    });
    let output = '';
    const take = (data: unknown): void => {
      // Peers complain by the megabyte; a little of it says what went wrong.
      if (output.length < 4_000) output += String(data);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    let processor: number | undefined;
    child.stdio[3]?.on('data', data => {
      processor = Number(data);
    });
    let stopped = false;
    const timer = setTimeout(() => {
      stopped = true;
      // The child leads a group of its own, so that nothing that it started outlives it.
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended this very moment.
      }
    }, limit);
    const end = (code: number | undefined): void => {
      clearTimeout(timer);
      resolve({ wall: performance.now() - started, processor, code: stopped ? undefined : code, output });
    };
    child.once('error', error => {
      output += String(error);
      end(-1);
    });
    child.once('close', code => end(code ?? -1));
  });
}
