import { pathOfRater, studyForRaters } from '../../editing/questions.js';
import { ratersOf } from '../../review/appraisers.js';
import { locate } from '../../rules/judge.js';
import type { Place } from '../../text/span.js';
import type { Refactorer } from './refactoring.js';

/**
 * A total alone becomes a set of questions in every rater's file, for people to answer: nothing tells which answers it was
 * made of. The total stays where it is, so that the one that follows from the answers is compared with it.
 */
export const appraiseByItems: Refactorer = {
  files: ({ review }) => ratersOf(review).map(rater => pathOfRater(review, rater)),
  offer: ({ review, path, range, texts }) => {
    const file = review.files.get(path);
    const chunk = file?.chunks[0];
    if (!file || chunk?.facts.kind !== 'study') return [];
    const { total, key } = chunk.facts;
    if (!total || !touchesLines(locate({ file, chunk, at: total.at }).range, range)) return [];
    const items = studyForRaters(review, texts, key);
    return items ? [{ title: items.title, kind: 'rewrite', outcome: { change: items.change } }] : [];
  },
};

function touchesLines(at: Place, selected: Place): boolean {
  return selected.line <= at.endLine && at.line <= selected.endLine;
}
