import * as l10n from '@vscode/l10n';
import type { Texts } from '../../editing/change.js';
import { addOpenCells, setCell, translationPath } from '../../editing/translation-cells.js';
import { comparePage } from '../../features/compare-next.js';
import { translationGrid } from '../../features/translation-grid.js';
import { foldId } from '../../text/words.js';
import type { ReviewState } from '../../workspace/review-state.js';
import { canonical } from '../addresses.js';
import { toRange, toWorkspaceEdit } from '../convert.js';
import {
  type CompareNextResult,
  compareNextRequest,
  type TranslateCellResult,
  type TranslationGridResult,
  translateCellRequest,
  translationChangedNotification,
  translationGridRequest,
} from '../protocol.js';
import type { Requests, Session } from '../session.js';

/** Clients that have asked for a grid are told when something of a review has changed. */
const asked = new WeakSet<Session>();

/** The translation of the studies into one another: what is to be compared next, and the table as a grid to write in. */
export const translationRequests: Requests = {
  refresh: session => {
    if (asked.has(session)) void session.connection.sendNotification(translationChangedNotification, {});
  },
  capabilities: () => ({}),
  register(session) {
    const { connection } = session;

    connection.onRequest(compareNextRequest, async ({ uri }): Promise<CompareNextResult | null> => {
      const state = await ownedOrOnly(session, uri);
      if (!state) return null;
      const texts = await textOf(state);
      const { review } = state;
      const { markdown, study, cell } = comparePage(review);
      const found = study === undefined ? undefined : review.studyById.get(foldId(study));
      const made = found && addOpenCells(review, found, texts);
      const isAny = made?.ok === true && made.value.edits.length + made.value.created.length > 0;
      return {
        page: markdown,
        file: session.address(state, translationPath(review)),
        ...(study !== undefined && { study }),
        ...(isAny && { edit: toWorkspaceEdit(path => session.address(state, path), made.value) }),
        ...(cell && { cell: toRange(cell) }),
        ...(made?.ok === false && { problem: made.reason }),
      };
    });

    connection.onRequest(translationGridRequest, async ({ uri }): Promise<TranslationGridResult | null> => {
      asked.add(session);
      const state = await ownedOrOnly(session, uri);
      if (!state) return null;
      const { review } = state;
      return {
        title: review.settings.title?.value ?? '',
        root: state.root,
        file: session.address(state, translationPath(review)),
        ...translationGrid(review),
      };
    });

    connection.onRequest(
      translateCellRequest,
      async ({ uri, construct, study, themes, relation, note }): Promise<TranslateCellResult | null> => {
        const state = await ownedOrOnly(session, uri);
        if (!state) return null;
        const texts = await textOf(state);
        const { review } = state;
        const [row, column] = [review.constructById.get(foldId(construct)), review.studyById.get(foldId(study))];
        if (!row || !column) {
          return { problem: l10n.t('The construct or the study of this cell is not there any more.') };
        }
        const wanted = {
          ...(themes && { themes }),
          ...(relation !== undefined && { relation }),
          ...(note !== undefined && { note }),
        };
        const made = setCell(review, row, column, wanted, texts);
        if (!made.ok) return { problem: made.reason };
        return { edit: toWorkspaceEdit(path => session.address(state, path), made.value) };
      },
    );
  },
};

/** The review that owns a file, or the only one that is open. */
async function ownedOrOnly(session: Session, uri: string): Promise<ReviewState | undefined> {
  const owned = await session.owned(canonical(uri));
  const { reviews } = session.workspace;
  return owned?.state ?? (reviews.length === 1 ? reviews[0] : undefined);
}

async function textOf(state: ReviewState): Promise<Texts> {
  const texts = await state.texts([translationPath(state.review)]);
  return path => texts.get(path);
}
