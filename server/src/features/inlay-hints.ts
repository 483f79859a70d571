import * as l10n from '@vscode/l10n';
import { bandOf, statedTotal } from '../review/appraisal.js';
import type { Review } from '../review/model.js';
import { readAnswer } from '../standards/checklist.js';
import { outOf, scoringNamed, total } from '../standards/scoring.js';
import type { Chunk, FileFacts, Rating, StudyFacts } from '../syntax/facts.js';
import { foldLabel } from '../text/words.js';
import type { Position } from './at.js';

/** Which hints somebody wants to see. */
export interface HintSettings {
  readonly appraisal: boolean;
  readonly themes: boolean;
}

/** Words shown after others in the text, which are not part of it. */
export interface Hint {
  readonly position: Position;
  readonly words: string;
}

/** The hints between two lines of a file, both counted in. */
export function inlayHints(review: Review, path: string, from: number, to: number, wanted: HintSettings): Hint[] {
  const file = review.files.get(path);
  const hints: Hint[] = [];
  for (const chunk of file?.chunks ?? []) {
    if (chunk.line > to) continue;
    const { facts } = chunk;
    if (wanted.appraisal && facts.kind === 'rating') hints.push(...ratingHint(review, facts.rating, chunk));
    if (wanted.appraisal && facts.kind === 'study') hints.push(...studyHints(review, facts, chunk));
    if (wanted.themes && facts.kind === 'study') hints.push(...themeHints(review, facts, chunk, file!));
  }
  return hints.filter(({ position }) => position.line >= from && position.line <= to);
}

/** After a set of answers: the total that the review's convention makes of them, or how many are still to come. */
function ratingHint(review: Review, rating: Rating, chunk: Chunk): Hint[] {
  const { checklist, settings } = review;
  if (!checklist || rating.answers.length === 0) return [];
  const given = new Map(rating.answers.map(({ item, answer }) => [item.trim(), readAnswer(checklist, answer)]));
  const answers = checklist.items.map(item => given.get(String(item.number)));
  const missing = answers.filter(answer => answer === undefined).length;
  const position = { line: rating.studyAt.endLine + chunk.line, character: rating.studyAt.endCharacter };
  if (missing > 0) return [{ position, words: l10n.t('{0} unanswered', missing) }];
  const convention = scoringNamed(settings.scoring.value);
  const sum = convention && total(convention, answers);
  if (!convention || sum === undefined) return [];
  const most = outOf(convention, answers);
  const band = bandOf(sum, review.bands);
  const words = most === undefined ? String(sum) : l10n.t('{0} of {1}', sum, most);
  return [{ position, words: band === undefined ? words : `${words} · ${band}` }];
}

/** In a study: what each rater's answers come to, after the rater's name, and the band of a total that stands alone. */
function studyHints(review: Review, facts: StudyFacts, chunk: Chunk): Hint[] {
  const { total: stated } = facts;
  // Answers that nobody is named for stand behind no name.
  const hints = facts.ratings.flatMap(rating => (rating.rater === '' ? [] : ratingHint(review, rating, chunk)));
  const band = bandOf(statedTotal(facts), review.bands);
  if (!stated || band === undefined) return hints;
  return [
    ...hints,
    { position: { line: stated.at.endLine + chunk.line, character: stated.at.endCharacter }, words: band },
  ];
}

/** After a theme's name its label, where the name does not say it already. */
function themeHints(review: Review, facts: StudyFacts, chunk: Chunk, file: FileFacts): Hint[] {
  const own = new Set(facts.themes.filter(each => each.wording !== undefined).map(each => place(each.at)));
  return chunk.uses.flatMap(({ kind, role, id, name, at }): Hint[] => {
    if (kind !== 'theme' || (role !== 'carries' && role !== 'tags') || own.has(place(at))) return [];
    const theme = review.themeById.get(id) ?? review.themeAliases.get(id);
    if (!theme || file.path === theme.file.path || foldLabel(theme.label) === foldLabel(name)) return [];
    return [{ position: { line: at.endLine + chunk.line, character: at.endCharacter }, words: theme.label }];
  });
}

function place({ line, character }: { readonly line: number; readonly character: number }): string {
  return `${line}:${character}`;
}
