import * as l10n from '@vscode/l10n';
import { answerQuestion, filesForAnswer, filesForSettling, settle } from '../../editing/appraise.js';
import type { Change, Texts } from '../../editing/change.js';
import type { Outcome } from '../../editing/pieces.js';
import { appraisalForm, appraisalList } from '../../features/appraisal-form.js';
import { appraiserNamed } from '../../review/appraisers.js';
import { foldId } from '../../text/words.js';
import type { ReviewState } from '../../workspace/review-state.js';
import { toRange } from '../convert.js';
import {
  type AnswerParams,
  type AnswerResult,
  answerRequest,
  appraisalFormRequest,
  appraisalsChangedNotification,
  appraisalsRequest,
  settleRequest,
} from '../protocol.js';
import type { Requests, Session } from '../session.js';

/** Clients that have asked for a form are told when something of a review has changed. */
const asked = new WeakSet<Session>();

/** Forms in which studies are appraised, and what is written by them. What somebody may not see never leaves the server. */
export const appraisalRequests: Requests = {
  refresh: session => {
    if (asked.has(session)) void session.connection.sendNotification(appraisalsChangedNotification, {});
  },
  capabilities: () => ({}),
  register(session) {
    const { connection } = session;

    connection.onRequest(appraisalsRequest, async ({ uri, reviewer }) => {
      const owned = await session.owned(uri);
      const state = owned?.state ?? onlyReview(session);
      if (!state) return null;
      const inFront = owned && state.review.studies.find(each => each.file.path === owned.path)?.facts.key;
      return {
        ...appraisalList(state.review, reviewer),
        root: state.root,
        ...(inFront !== undefined && { inFront }),
      };
    });

    connection.onRequest(appraisalFormRequest, async ({ uri, study, reviewer }) => {
      asked.add(session);
      const state = await stateOf(session, uri);
      const form = state && appraisalForm(state.review, study, reviewer);
      if (!form) return null;
      const fullText = state.fullTextOf(state.review.studyById.get(foldId(study))!.facts);
      return {
        form,
        root: state.root,
        studyUri: session.address(state, form.study.path),
        fileUri: session.address(state, form.file.path),
        ...(fullText !== undefined && { fullTextUri: session.address(state, fullText) }),
      };
    });

    connection.onRequest(answerRequest, async params => {
      const { uri, study, reviewer } = params;
      const state = await stateOf(session, uri);
      const person = state && appraiserNamed(state.review, reviewer);
      if (!state || person?.role !== 'rater') return refusal(l10n.t('"{0}" is no rater of this review.', reviewer));
      const texts = await textsOf(state, filesForAnswer(state.review, study, person.id));
      return result(session, state, answerQuestion(state.review, texts, { ...said(params), rater: person.id }));
    });

    connection.onRequest(settleRequest, async params => {
      const { uri, study, reviewer, by } = params;
      const state = await stateOf(session, uri);
      if (!state || !appraiserNamed(state.review, reviewer)) {
        return refusal(l10n.t('"{0}" is neither a rater nor the arbiter of this review.', reviewer));
      }
      const texts = await textsOf(state, filesForSettling(state.review, study));
      return result(session, state, settle(state.review, texts, { ...said(params), ...(by && { by }) }));
    });
  },
};

function said({ study, item, answer, because }: AnswerParams) {
  return { study, item, ...(answer !== undefined && { answer }), ...(because !== undefined && { because }) };
}

function onlyReview({ workspace: { reviews } }: Session): ReviewState | undefined {
  return reviews.length === 1 ? reviews[0] : undefined;
}

async function stateOf(session: Session, uri: string): Promise<ReviewState | undefined> {
  const owned = await session.owned(uri);
  return owned?.state ?? onlyReview(session);
}

async function textsOf(state: ReviewState, paths: readonly string[]): Promise<Texts> {
  const texts = await state.texts(paths);
  return (path: string) => texts.get(path);
}

function refusal(problem: string): AnswerResult {
  return { edits: [], created: [], problem };
}

function result(session: Session, state: ReviewState, outcome: Outcome<Change>): AnswerResult {
  if (!outcome.ok) return refusal(outcome.reason);
  const { edits, created } = outcome.value;
  return {
    edits: edits.map(({ path, range, text, expected }) => ({
      uri: session.address(state, path),
      range: toRange(range),
      expected,
      newText: text,
    })),
    created: created.map(({ path, text }) => ({ uri: session.address(state, path), text })),
  };
}
