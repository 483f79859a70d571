import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { appraisalsChangedNotification } from '../../../server/src/lsp/protocol.js';
import { fileOfReview } from '../commands.js';
import type { FormState } from './messages.js';
import { AppraisalPanel, viewType } from './panel.js';
import { chooseStudy, listFor } from './people.js';

/** The command that opens a form for appraising a study, and the forms that are open. */
export function registerAppraisal(client: BaseLanguageClient, extension: vscode.Uri): vscode.Disposable {
  const panels = new Set<AppraisalPanel>();
  const keep = (panel: AppraisalPanel): AppraisalPanel => {
    panels.add(panel);
    panel.onDispose(() => panels.delete(panel));
    return panel;
  };
  const refresh = (): void => panels.forEach(each => void each.refresh());

  const appraise = async (given?: unknown): Promise<void> => {
    const uri = given instanceof vscode.Uri ? given : await fileOfReview();
    const list = uri && (await listFor(client, uri.toString()));
    if (!uri || !list?.reviewer) return;
    const study = list.inFront ?? (await chooseStudy(list));
    if (study === undefined) return;
    const state: FormState = { uri: uri.toString(), study, reviewer: list.reviewer.id };
    const known = [...panels].find(each => each.root === list.root);
    if (known) {
      known.reveal();
      known.show(state);
      return;
    }
    const title = vscode.l10n.t('Appraise Study');
    const panel = vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active);
    keep(new AppraisalPanel(panel, client, extension, state, list.root));
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand('metasynth.appraiseStudy', appraise),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: Partial<FormState> | undefined) => {
        const { uri, study, reviewer } = state ?? {};
        if (typeof uri !== 'string' || typeof study !== 'string' || typeof reviewer !== 'string') {
          panel.dispose();
          return;
        }
        keep(new AppraisalPanel(panel, client, extension, { uri, study, reviewer }, undefined));
      },
    }),
    // Typing in a file shows in the form at once; what else changes is told by the server.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) for (const each of panels) if (each.isAbout(document.uri)) void each.refresh();
    }),
    client.onNotification(appraisalsChangedNotification, refresh),
  );
}
