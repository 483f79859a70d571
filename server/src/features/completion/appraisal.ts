import * as l10n from '@vscode/l10n';
import { consensusName } from '../../review/appraisal.js';
import type { Study } from '../../review/model.js';
import type { ChecklistItem } from '../../standards/checklist.js';
import { baseName } from '../../syntax/read.js';
import { foldId } from '../../text/words.js';
import { type Draft, inSnippet } from './items.js';
import { meaningOf } from './meanings.js';
import { foldedIds, offerStudies } from './names.js';
import { asKey, asValue, type YamlPlace } from './place.js';

/** Offers the questions of the checklist that have no answer yet, and all of them at once. */
export function offerQuestions(place: YamlPlace, study: string): void {
  const { review, offer, spot, able } = place;
  const answered = new Set(spot.others.map(each => each.trim()));
  const settled = isConsensus(place) ? review.studyById.get(foldId(study))?.appraisal.agreed : undefined;
  const open = (review.checklist?.items ?? []).filter(
    ({ number }) => !answered.has(String(number)) && !settled?.has(String(number)),
  );
  if (able.snippets && open.length > 1 && spot.place === 'line' && !spot.colon && !spot.dash) {
    offer.addDrafts([allQuestions(place, open)], 1);
  }
  offer.addDrafts(
    open.map(item => ({
      label: `${item.number} · ${item.label}`,
      kind: 'question',
      words: [String(item.number), item.label],
      text: asKey(place, String(item.number)),
      about: { kind: 'question', id: String(item.number) },
    })),
    2,
  );
}

/** All at once, with nothing filled in: an answer that nobody gave must not stand there. */
function allQuestions(place: YamlPlace, open: readonly ChecklistItem[]): Draft {
  const below = ' '.repeat(Math.max(0, place.spot.column - place.spot.margin));
  return {
    label: l10n.t('All {0} questions without an answer', open.length),
    kind: 'snippet',
    words: ['all', ...open.map(item => String(item.number))],
    text: open.map(({ number }, index) => `${index === 0 ? '' : below}${number}: $${index + 1}`).join('\n'),
    snippet: true,
    documentation: open.map(({ number, label }) => `${number}. ${label}`).join('  \n'),
  };
}

/** Offers the numbers of questions that a reason is still to be given for. */
export function offerReasons(place: YamlPlace): void {
  const { review, offer, spot } = place;
  const given = new Set(spot.others.map(each => each.trim()));
  offer.addDrafts(
    (review.checklist?.items ?? [])
      .filter(({ number }) => !given.has(String(number)))
      .map(item => ({
        label: `${item.number} · ${item.label}`,
        kind: 'question',
        words: [String(item.number), item.label],
        text: asKey(place, String(item.number)),
        about: { kind: 'question', id: String(item.number) },
      })),
  );
}

/** Offers the answers that the checklist knows. */
export function offerAnswers(place: YamlPlace): void {
  const { review, offer } = place;
  offer.addDrafts(
    (review.checklist?.answers ?? []).map(({ id, label }) => ({
      label: label.toLowerCase(),
      kind: 'answer',
      words: [label],
      text: asValue(place, label.toLowerCase(), 'list'),
      documentation: meaningOf('answer', id),
    })),
  );
}

/** Offers the studies that a rater's file does not have yet; in the consensus those whose raters differ come first. */
export function offerRatedStudies(place: YamlPlace): void {
  const { review, offer, spot } = place;
  const consensus = isConsensus(place);
  const first = consensus ? new Set(review.studies.filter(isUnsettled).map(study => study.id)) : undefined;
  offerStudies(offer, review, study => entryText(place, study, consensus), {
    without: foldedIds(spot.others),
    ...(first && { first }),
  });
}

function isUnsettled({ appraisal }: Study): boolean {
  return appraisal.raters.length > 1 && !appraisal.complete;
}

/** A study's whole entry: its key, and every question with room for the answer. */
function entryText(place: YamlPlace, study: Study, consensus: boolean): Pick<Draft, 'text' | 'snippet'> {
  const { spot, able, review } = place;
  const { key } = study.facts;
  const agreed = consensus ? study.appraisal.agreed : undefined;
  const open = (review.checklist?.items ?? []).filter(({ number }) => !agreed?.has(String(number)));
  if (spot.colon || spot.place !== 'line' || !able.snippets || open.length === 0) {
    return { text: asKey(place, key, spot.place === 'line' ? '' : ' ') };
  }
  const below = ' '.repeat(Math.max(0, spot.column - spot.margin) + 2);
  const rows = open.map(({ number }, index) => `${below}${number}: $${index + 1}`);
  return { text: [inSnippet(asKey(place, key, '')), ...rows].join('\n'), snippet: true };
}

/** True in the file where what the raters differed in is settled: there, and nowhere else, their answers are seen. */
function isConsensus({ path, part }: YamlPlace): boolean {
  return part === 'rater' && foldId(baseName(path)) === consensusName;
}
