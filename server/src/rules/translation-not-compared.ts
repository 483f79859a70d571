import * as l10n from '@vscode/l10n';
import type { Review, Site } from '../review/model.js';
import { isCompared, writtenCells } from '../review/translation.js';
import type { Notice, Rule } from './rule.js';

export const translationNotCompared: Rule = {
  code: 'translation.not-compared',
  severity: 'error',
  final: true,
  absence: true,
  soughtIn: ['translation', 'codebook', 'study'],
  title: 'A final meta-ethnography in which cells have not been compared',
  why: 'A meta-ethnography puts every study into the terms of the others. An empty cell says that nobody has looked, which is not the same as a study that is silent.',
  mend: 'Compare what is left (*Metasynth: Compare Next Study* goes study by study), and write `absent` where a study is silent. The diagnostic rests until the review is `status: final`.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
question: What do peer workers report of their own role?
approach: meta-ethnography
status: final
appraisal:
  checklist: casp-qualitative
  scoring: as-reported
characteristics:
  country: {type: text, required: true}
  participants: {type: count}
=== translation.yaml ===
reading-order: chronological
«cells»:
  - construct: identity
    study: moran2012
    themes: [giving-back]
    relation: reciprocal
`,
    right: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
question: What do peer workers report of their own role?
approach: meta-ethnography
status: final
appraisal:
  checklist: casp-qualitative
  scoring: as-reported
characteristics:
  country: {type: text, required: true}
  participants: {type: count}
=== translation.yaml ===
reading-order: chronological
cells:
  - construct: identity
    study: moran2012
    themes: [giving-back]
    relation: reciprocal
  - construct: identity
    study: gillard2013
    relation: absent
`,
  },
  message: ({ open, total }) =>
    open === total
      ? l10n.t('None of the {0} cells of the translation table has been compared yet.', total ?? 0)
      : l10n.t('{0} of the {1} cells of the translation table have not been compared yet.', open ?? 0, total ?? 0),
  judge: {
    *review(review) {
      if (isAsked(review) && !review.has('translation')) yield* notCompared(review, review.settingsSite, 0);
    },
    *translation({ file, chunk, facts }, review) {
      if (!isAsked(review)) return;
      let compared = 0;
      for (const cell of writtenCells(review).values()) if (isCompared(cell)) compared++;
      yield* notCompared(review, { file, chunk, at: facts.cellsAt }, compared);
    },
  },
};

function isAsked(review: Review): boolean {
  return review.approach === 'meta-ethnography';
}

function* notCompared(review: Review, site: Site, compared: number): Iterable<Notice> {
  const total = review.studyCount * review.constructs.length;
  if (total > compared) yield { site, data: { open: total - compared, total } };
}
