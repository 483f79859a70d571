// Child processes with limits of their own: nothing that is started here can outlive or outwait its runner.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { atExit } from './cleanup.mjs';

/** How much of a child's output is kept for an error message, in characters. */
const KEPT_OUTPUT = 4_000;

/** How long a child may take to end after being asked to, in milliseconds. */
const GRACE = 5_000;

/**
 * The environment for VS Code and npm: without what a surrounding VS Code or test runner would tell its own children,
 * and without the settings by which a surrounding `npm run` points every npm below it at the repository.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_package_|npm_lifecycle_|npm_config_local_prefix$)/.test(name),
  );
  return { ...Object.fromEntries(kept), PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ...extra };
}

/**
 * Runs a command to its end, without standard input.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, limit?: number}} [options] limit in milliseconds, 10 minutes unless told
 * @returns {Promise<string>} its output; rejects with the end of the output when it fails or takes too long
 */
export async function run(command, args, { cwd, env, limit = 600_000 } = {}) {
  const child = start(command, args, { ...(cwd === undefined ? {} : { cwd }), ...(env === undefined ? {} : { env }) });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void child.stop();
  }, limit);
  const code = await child.ended;
  clearTimeout(timer);
  if (late) throw new Error(`${command} ${args[0] ?? ''} took longer than ${limit / 1000} s.\n${child.output()}`);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}.\n${child.output()}`);
  return child.output();
}

/**
 * A child that runs until it is stopped.
 * @typedef {object} Child
 * @property {number | undefined} pid
 * @property {() => string} output the end of what it has written so far
 * @property {Promise<number | string>} ended its exit code, or the signal or error that ended it
 * @property {() => Promise<void>} stop asks it to end, and ends its whole process group when it does not
 */

/**
 * Starts a child in a process group of its own, so that its own children end with it.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Child}
 */
export function start(command, args, { cwd, env = cleanEnvironment() } = {}) {
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const killed = atExit(() => signalGroup(child, 'SIGKILL'));
  let kept = '';
  const keep = (/** @type {Buffer} */ data) => {
    kept = (kept + data.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  /** @type {Promise<number | string>} */
  const ended = new Promise(resolve => {
    child.on('error', error => resolve(String(error)));
    // 'exit' and not 'close': a grandchild that keeps the pipes open must not keep us waiting.
    child.on('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE);
    await ended;
    clearTimeout(timer);
    // Whatever of its group has outlived it.
    killed();
  };
  return { pid: child.pid, output: () => kept, ended, stop };
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

/** A loopback port that was free a moment ago. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * Waits until an address answers.
 * @param {string} url
 * @param {Child} child the process that should answer; when it ends first, this rejects with its output
 * @param {number} limit in milliseconds
 */
export async function untilAnswering(url, child, limit) {
  const deadline = Date.now() + limit;
  let ended = false;
  void child.ended.then(() => {
    ended = true;
  });
  while (Date.now() < deadline && !ended) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(50);
  }
  throw new Error(`Nothing answered at ${url} within ${limit / 1000} s.\n${child.output()}`);
}

/** @param {number} milliseconds @returns {Promise<void>} */
export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/**
 * A promise with a limit.
 * @template T
 * @param {Promise<T>} promise
 * @param {number} limit in milliseconds
 * @param {string} what for the message
 * @returns {Promise<T>}
 */
export async function within(promise, limit, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${limit / 1000} s.`)), limit);
  });
  try {
    return /** @type {T} */ (await Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}
