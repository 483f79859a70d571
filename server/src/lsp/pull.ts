import type { Connection, Diagnostic, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { canonical } from './addresses.js';

interface Report {
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Diagnostics for clients that ask for them. What there is to say of each file is kept with an id, so that a client that has
 * it already is told so. No question is answered with an error: a client that gets one may never ask again.
 */
export class PullReports {
  private readonly reports = new Map<string, Report>();
  private count = 0;
  private refreshing = false;

  /**
   * @param settled resolves when everything that was typed before has been judged
   * @param refresh asks the client to ask again; left out for one that cannot
   */
  constructor(
    connection: Connection,
    private readonly settled: () => Promise<void>,
    private readonly refresh: (() => void) | undefined,
  ) {
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      await this.quietlySettled();
      const { id, diagnostics } = this.report(canonical(textDocument.uri));
      return previousResultId === id
        ? { kind: 'unchanged', resultId: id }
        : { kind: 'full', resultId: id, items: [...diagnostics] };
    });
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => {
      await this.quietlySettled();
      const known = new Map(previousResultIds.map(({ uri, value }) => [canonical(uri), value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      for (const uri of new Set([...this.reports.keys(), ...known.keys()])) {
        const { id, diagnostics } = this.report(uri);
        if (known.get(uri) === id) items.push({ kind: 'unchanged', uri, version: null, resultId: id });
        else items.push({ kind: 'full', uri, version: null, resultId: id, items: [...diagnostics] });
      }
      return { items };
    });
  }

  /** There is something else to say of a file now. */
  set(uri: string, diagnostics: readonly Diagnostic[]): void {
    this.count++;
    this.reports.set(uri, { id: String(this.count), diagnostics });
    if (this.refreshing || !this.refresh) return;
    // Files change in one go; the client is asked once for all of them.
    this.refreshing = true;
    queueMicrotask(() => {
      this.refreshing = false;
      this.refresh?.();
    });
  }

  private report(uri: string): Report {
    return this.reports.get(uri) ?? { id: '0', diagnostics: [] };
  }

  private async quietlySettled(): Promise<void> {
    try {
      await this.settled();
    } catch {
      // What was said last still stands.
    }
  }
}
