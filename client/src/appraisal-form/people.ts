import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type AppraisalsResult, appraisalsRequest, type StudyProgress } from '../../../server/src/lsp/protocol.js';
import { belongsToNone } from '../commands.js';

const setting = 'reviewer';

/** Who somebody has said they are, for a review, without having it remembered. */
const chosen = new Map<string, string>();

/** Who the user is, as far as they have said. */
export function reviewerOf(root: string | undefined): string {
  const given = root === undefined ? undefined : chosen.get(root);
  return given ?? vscode.workspace.getConfiguration('metasynth').get<string>(setting, '').trim();
}

/** The people and studies of a review for the user, who is asked who they are where that is not known. */
export async function listFor(
  client: BaseLanguageClient,
  uri: string,
  ask: 'if-unknown' | 'always' = 'if-unknown',
): Promise<AppraisalsResult | undefined> {
  const request = (reviewer: string): Promise<AppraisalsResult | null> =>
    client.sendRequest(appraisalsRequest, { uri, reviewer });
  let list = await request(reviewerOf(undefined));
  if (list && chosen.has(list.root)) list = await request(reviewerOf(list.root));
  if (!list) {
    belongsToNone();
    return undefined;
  }
  if (!list.known) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The review names no checklist that is known here. Name one in metasynth.yaml, under "appraisal:".',
      ),
    );
    return undefined;
  }
  if (list.reviewer && ask === 'if-unknown') return list;
  const reviewer = await chooseReviewer(list);
  return reviewer === undefined ? undefined : ((await request(reviewer)) ?? undefined);
}

/** Asks who somebody is, and whether to remember it in their own settings. */
async function chooseReviewer(list: AppraisalsResult): Promise<string | undefined> {
  if (list.people.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The review names no raters. Name them in metasynth.yaml: "raters: [JM, JS]" under "appraisal:".'),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    list.people.map(({ id, name, role }) => ({
      label: id,
      description: [...(name === id ? [] : [name]), ...(role === 'arbiter' ? [vscode.l10n.t('arbiter')] : [])].join(
        ' · ',
      ),
    })),
    { title: vscode.l10n.t('Appraise Study'), placeHolder: vscode.l10n.t('Who are you?'), matchOnDescription: true },
  );
  if (!picked) return undefined;
  const remember = { label: vscode.l10n.t('Remember it on this computer'), remember: true };
  const once = { label: vscode.l10n.t('Only until this window is closed'), remember: false };
  const kept = await vscode.window.showQuickPick([remember, once], {
    title: vscode.l10n.t('You are {0}', picked.label),
    placeHolder: vscode.l10n.t('The answers of others stay hidden until all of you are done with a study.'),
  });
  if (!kept) return undefined;
  if (kept.remember) {
    chosen.delete(list.root);
    await vscode.workspace
      .getConfiguration('metasynth')
      .update(setting, picked.label, vscode.ConfigurationTarget.Global);
    // A folder's own setting would win over what is remembered.
    if (reviewerOf(undefined) !== picked.label) chosen.set(list.root, picked.label);
  } else chosen.set(list.root, picked.label);
  return picked.label;
}

/** Asks which study, those that are not begun first. */
export async function chooseStudy({ studies }: AppraisalsResult): Promise<string | undefined> {
  const headings = {
    'not begun': vscode.l10n.t('Not begun'),
    begun: vscode.l10n.t('Begun'),
    done: vscode.l10n.t('Done'),
  } as const;
  type Item = vscode.QuickPickItem & { readonly key?: string };
  const items = (Object.keys(headings) as StudyProgress['state'][]).flatMap((state): Item[] => {
    const group = studies.filter(each => each.state === state);
    if (group.length === 0) return [];
    return [
      { label: headings[state], kind: vscode.QuickPickItemKind.Separator },
      ...group.map(({ key, name, words }) => ({ label: name, description: words, key })),
    ];
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Appraise Study'),
    placeHolder: vscode.l10n.t('Which study?'),
    matchOnDescription: true,
  });
  return picked?.key;
}
