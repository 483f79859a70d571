import * as l10n from '@vscode/l10n';
import type { Review, Site } from '../review/model.js';
import { excerpt } from './excerpt.js';
import type { Rule } from './rule.js';

/** The divisions of a construct that are its discordant side, by the names that a review gives them in `aspects:`. */
const challenges: ReadonlySet<string> = new Set(['challenge', 'challenges', 'barrier', 'barriers']);

export const argumentChallengeUnanswered: Rule = {
  code: 'argument.challenge-unanswered',
  severity: 'info',
  absence: true,
  soughtIn: ['codebook'],
  title: 'A challenge that the line of argument does not take up',
  why: 'A line of argument says what the studies make of strengths and challenges together. A challenge that it passes over is one that the synthesis found and left unexplained.',
  mend: 'Name the finding under `answers:` of the sentence that takes it up, or write a sentence that does. A division counts as challenges when `aspects:` calls it `challenge` or `barrier`, whatever its headings; findings without a name are not asked for, nor is anything while no sentence has `answers:`.',
  example: {
    wrong: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
argument:
  - says: Helping others changes the helper, at a cost
    rests-on: [identity]
    answers: [worth]
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012]. <!-- finding: worth -->

### Challenges

Helpers are tired out [@gillard2013; @moran2012]. <!-- finding: «tired» -->
`,
    right: `
=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: Where the role ends, construct: identity}
  giving-back: {label: Giving back, definition: Repaying help received, construct: identity}
constructs:
  identity: {label: Reframing of identity, definition: Seeing oneself anew}
argument:
  - says: Helping others changes the helper, at a cost
    rests-on: [identity]
    answers: [worth, tired]
=== synthesis.md ===
## Reframing of identity

Helping others feels worthwhile [@gillard2013; @moran2012]. <!-- finding: worth -->

### Challenges

Helpers are tired out [@gillard2013; @moran2012]. <!-- finding: tired -->
`,
  },
  message: ({ name, text }) =>
    l10n.t('No sentence of the line of argument takes up this challenge ({0}): {1}', name ?? '', excerpt(text)),
  judge: {
    *section({ file, chunk, facts, findings, aspect }, review) {
      if (aspect === undefined || !challenges.has(aspect) || !review.anyAnswer) return;
      for (const { name, text } of findings) {
        if (name === undefined || review.isAnswered(name)) continue;
        const at = facts.sentences.find(each => each.name?.value === name)?.name?.at ?? facts.at;
        yield { site: { file, chunk, at }, data: { name, text } };
      }
    },
  },
  shared: {
    total: review => review.namedFindings(challenges),
    message: (count, total) =>
      l10n.t(
        'The line of argument takes up {0} of the {1} challenges with names; {2} are passed over.',
        total - count,
        total,
        count,
      ),
    site: argumentSite,
  },
};

/** Where to speak of the line of argument as a whole: its first sentence. */
function argumentSite(review: Review): Site {
  const first = review.argument[0];
  return first ? { file: first.file, chunk: first.chunk, at: first.facts.at } : review.settingsSite;
}
