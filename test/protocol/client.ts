import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { statusNotification } from '../../server/src/lsp/protocol.js';

const root = join(import.meta.dirname, '..', '..');

/** A copy of a sample in a folder of its own, which a test may change. */
export function copySample(name: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `metasynth-${name}-`));
  cpSync(join(root, 'samples', name), folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** How every test ends: the server stops by itself and has complained of nothing, and its copy of the sample goes. */
export async function ended(client: Client, sample: { remove: () => void }): Promise<void> {
  expect(await client.stop()).toBe(0);
  expect(client.problems).toEqual([]);
  sample.remove();
}

/** A language client over a server's standard input and output. Every diagnostic it is sent is checked and kept. */
export class Client {
  readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  /** How often each file's diagnostics were published, and when last, by `performance.now()`. */
  readonly published = new Map<string, { count: number; at: number }>();
  readonly problems: string[] = [];
  readonly registered: string[] = [];
  initialized: InitializeResult | undefined;
  private readonly waiting = new Set<() => void>();
  private version = 1;
  private readonly process: ChildProcess;
  readonly connection;

  constructor(readonly folder: string) {
    this.process = spawn(process.execPath, [join(root, 'out', 'metasynth.js'), 'lsp', '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const { stdin, stdout, stderr } = this.process;
    if (!stdin || !stdout || !stderr) throw new Error('the server has no pipes');
    stderr.on('data', data => this.problems.push(String(data)));
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onError(([error]) => this.problems.push(String(error)));
    this.connection.onUnhandledNotification(({ method }) => {
      if (!method.startsWith('$/') && method !== 'window/logMessage') this.problems.push(`unexpected ${method}`);
    });
    this.connection.onNotification(statusNotification, () => {});
    this.connection.onNotification(PublishDiagnosticsNotification.type, params => this.take(params));
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registered.push(...registrations.map(each => each.method));
    });
    this.connection.listen();
  }

  /** Greets the server as VS Code does, and waits until it has told of the review. `more` is what the client can do beyond that. */
  async start(initializationOptions?: unknown, more: ClientCapabilities = {}): Promise<void> {
    this.initialized = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        ...more,
        workspace: {
          didChangeWatchedFiles: { dynamicRegistration: true },
          workspaceFolders: true,
          ...more.workspace,
        },
      },
      workspaceFolders: [{ uri: pathToFileURL(this.folder).href, name: 'review' }],
      ...(initializationOptions !== undefined && { initializationOptions }),
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  async open(path: string, text: string): Promise<void> {
    const textDocument = {
      uri: this.uri(path),
      languageId: path.endsWith('.md') ? 'markdown' : 'yaml',
      version: this.version++,
      text,
    };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(path: string, range: Range, text: string): Promise<void> {
    const textDocument = { uri: this.uri(path), version: this.version++ };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges: [{ range, text }],
    });
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(path) },
    });
  }

  /** Writes a file on the disk and tells the server, as a watcher does. */
  async writeOnDisk(path: string, text: string): Promise<void> {
    writeFileSync(join(this.folder, path), text);
    await this.touched(path);
  }

  async touched(path: string, type: FileChangeType = FileChangeType.Changed): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.uri(path), type }],
    });
  }

  of(path: string): readonly Diagnostic[] {
    return this.diagnostics.get(this.uri(path)) ?? [];
  }

  codes(path: string): string[] {
    return this.of(path).map(each => String(each.code));
  }

  /** Resolves when the condition holds; fails with what is known when it does not in time (in milliseconds). */
  async until(condition: () => boolean, limit = 10_000): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const check = (): void => {
        if (!condition()) return;
        clearTimeout(timer);
        this.waiting.delete(check);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(check);
        const known = [...this.diagnostics].map(([uri, list]) => `${uri}: ${list.map(each => each.code).join(' ')}`);
        reject(new Error(`not within ${limit} ms: ${condition}\n${known.join('\n')}\n${this.problems.join('\n')}`));
      }, limit);
      this.waiting.add(check);
    });
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    const ended = new Promise<number | null>(resolve => this.process.once('exit', resolve));
    await this.connection.sendNotification(ExitNotification.type);
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  private take({ uri, diagnostics }: PublishDiagnosticsParams): void {
    for (const each of diagnostics) {
      const { start, end } = each.range;
      if (start.line < 0 || start.character < 0 || end.line < start.line)
        this.problems.push(`bad range in ${uri}: ${JSON.stringify(each)}`);
      if (start.line === end.line && end.character < start.character)
        this.problems.push(`range turned round in ${uri}`);
      if (each.source !== 'metasynth' || !/^[a-z]+\.[a-z-]+$/.test(String(each.code)))
        this.problems.push(`bad code in ${uri}: ${each.code}`);
      if (typeof each.message !== 'string' || each.message === '' || /\{\d\}|undefined|NaN|\[object/.test(each.message))
        this.problems.push(`bad message: ${JSON.stringify(each.message)}`);
    }
    this.diagnostics.set(uri, diagnostics);
    const before = this.published.get(uri)?.count ?? 0;
    this.published.set(uri, { count: before + 1, at: performance.now() });
    for (const check of [...this.waiting]) check();
  }
}
