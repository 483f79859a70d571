import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { within } from './limits.js';

/** One change of a text, as an editor sends it. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** What a server has published of a file last, and when, by `performance.now()`. */
interface Published {
  readonly diagnostics: readonly Diagnostic[];
  readonly at: number;
}

/** A server of languages, over its standard input and output, as an editor would run it on a folder. */
export class Client {
  readonly published = new Map<string, Published>();
  readonly statuses: { studies: number; at: number }[] = [];
  readonly complaints: string[] = [];
  /** When the process was started. */
  readonly started = performance.now();
  private readonly process: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly watching = new Set<() => void>();
  private version = 1;
  private gone = false;
  result: InitializeResult | undefined;

  constructor(
    command: readonly string[],
    readonly folder: string,
  ) {
    this.process = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
    const { stdin, stdout, stderr } = this.process;
    if (!stdin || !stdout || !stderr) throw new Error('The server has no pipes.');
    stderr.on('data', data => this.complaints.push(String(data)));
    stdin.on('error', () => {});
    this.process.once('exit', () => {
      this.gone = true;
      this.notice();
    });
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onError(([error]) => this.complaints.push(String(error)));
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: { uri: string; diagnostics: Diagnostic[] }) => {
        this.published.set(decodeURIComponent(params.uri), { diagnostics: params.diagnostics, at: performance.now() });
        this.notice();
      },
    );
    this.connection.onNotification('metasynth/status', (params: { reviews: { studies: number }[] }) => {
      const studies = params.reviews.reduce((sum, review) => sum + review.studies, 0);
      this.statuses.push({ studies, at: performance.now() });
      this.notice();
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', (params: { items: unknown[] }) =>
      params.items.map(() => null),
    );
    this.connection.onUnhandledNotification(() => {});
    this.connection.listen();
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** Greets the server as an editor does. */
  async greet(limit: number): Promise<void> {
    this.result = await this.request<InitializeResult>(
      'initialize',
      {
        processId: process.pid,
        rootUri: pathToFileURL(this.folder).href,
        capabilities: {
          workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: false } },
          textDocument: {
            publishDiagnostics: { relatedInformation: true, versionSupport: true },
            completion: { completionItem: { snippetSupport: true } },
            documentSymbol: { hierarchicalDocumentSymbolSupport: true },
            rename: { prepareSupport: true },
          },
        },
        workspaceFolders: [{ uri: pathToFileURL(this.folder).href, name: 'review' }],
      },
      limit,
    );
    await this.connection.sendNotification('initialized', {});
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  text(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  async open(path: string, text: string): Promise<void> {
    const languageId = path.endsWith('.md') ? 'markdown' : path.endsWith('.bib') ? 'bibtex' : 'yaml';
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId, version: this.version++, text },
    });
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  async change(path: string, ...edits: Edit[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version: this.version++ },
      contentChanges: edits,
    });
  }

  /** A request about a place of a file. */
  async at<T>(method: string, path: string, position: Position, limit: number, more: object = {}): Promise<T> {
    return this.request(method, { textDocument: { uri: this.uri(path) }, position, ...more }, limit);
  }

  async request<T>(method: string, params: unknown, limit: number): Promise<T> {
    return within(limit, method, this.connection.sendRequest(method, params) as Promise<T>);
  }

  of(path: string): Published | undefined {
    return this.published.get(decodeURIComponent(this.uri(path)));
  }

  codes(path: string): readonly string[] {
    return this.of(path)?.diagnostics.map(each => String(each.code)) ?? [];
  }

  /** Resolves when the condition holds, with the time; rejects when it does not in time (milliseconds). */
  async until(what: string, limit: number, condition: () => boolean): Promise<number> {
    let look: (() => void) | undefined;
    const holds = new Promise<number>((resolve, reject) => {
      look = () => {
        if (condition()) resolve(performance.now());
        else if (this.gone) reject(new Error(`the server ended: ${this.complaints.join(' ').slice(0, 300)}`));
      };
      this.watching.add(look);
      look();
    });
    try {
      return await within(limit, what, holds);
    } finally {
      if (look) this.watching.delete(look);
    }
  }

  /** A figure of the process in megabytes, by the name that Linux gives it; undefined elsewhere. */
  memory(field: 'VmRSS' | 'VmHWM'): number | undefined {
    try {
      const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'));
      return found ? Number(found[1]) / 1024 : undefined;
    } catch {
      return undefined;
    }
  }

  /** The processor time that the process has taken so far, in milliseconds; undefined where Linux does not tell. */
  processorTime(): number | undefined {
    try {
      // Behind the name in brackets, which may hold spaces: the 12th and 13th field, in hundredths of a second.
      const fields = readFileSync(`/proc/${this.pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return undefined;
    }
  }

  /** Ends the process, politely where it listens. */
  async stop(): Promise<void> {
    const ended = new Promise<void>(resolve => {
      if (this.gone) resolve();
      else this.process.once('exit', () => resolve());
    });
    try {
      await this.request('shutdown', undefined, 2_000);
      await this.connection.sendNotification('exit');
      await within(2_000, 'exit', ended);
    } catch {
      this.process.kill('SIGKILL');
      await ended;
    }
    this.connection.dispose();
  }

  private notice(): void {
    for (const look of [...this.watching]) look();
  }
}
