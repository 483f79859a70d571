import { spawn } from 'node:child_process';

/** How a program ended: its wall time in milliseconds and its exit code, or that it was stopped. */
export interface Ended {
  readonly wall: number;
  readonly code: number | undefined;
  readonly output: string;
}

/** Runs a program to its end; kills it, with what it started, when it takes longer than `limit` milliseconds. */
export function runToEnd(command: readonly [string, ...string[]], limit: number, folder?: string): Promise<Ended> {
  return new Promise(resolve => {
    const [program, ...rest] = command;
    const started = performance.now();
    const child = spawn(program, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...(folder && { cwd: folder }),
    });
    let output = '';
    const take = (data: unknown): void => {
      // Peers complain by the megabyte; a little of it says what went wrong.
      if (output.length < 4_000) output += String(data);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    let stopped = false;
    const timer = setTimeout(() => {
      stopped = true;
      // The child leads a group of its own, so that nothing that it started outlives it.
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, limit);
    const end = (code: number | undefined): void => {
      clearTimeout(timer);
      resolve({ wall: performance.now() - started, code: stopped ? undefined : code, output });
    };
    child.once('error', error => {
      output += String(error);
      end(-1);
    });
    child.once('close', code => end(code ?? -1));
  });
}
