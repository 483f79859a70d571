import * as l10n from '@vscode/l10n';
import { insidePath } from '../review/paths.js';
import type { Told } from '../syntax/facts.js';
import type { Rule } from './rule.js';

export const reviewFileMissing: Rule = {
  code: 'review.file-missing',
  severity: 'warning',
  title: 'A file that the review names but does not have',
  why: 'What it should hold is missing from every table, count and check.',
  mend: 'Create the file, or correct its path in `metasynth.yaml`. Paths are relative to that file.',
  example: {
    wrong: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
characteristics: {country: {type: text}, participants: {type: count}}
manuscript: «paper.md»
`,
    right: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
characteristics: {country: {type: text}, participants: {type: count}}
manuscript: synthesis.md
`,
  },
  message: ({ path, part }) =>
    part === 'studies'
      ? l10n.t('There is no study in "{0}". Put the folder back, or say here where the studies are.', path ?? '')
      : l10n.t(
          'There is no file "{0}" ({1}) in this review. Put it back, or correct its name here.',
          path ?? '',
          part ?? '',
        ),
  judge: {
    *review(review) {
      const { settings, settingsSite, files } = review;
      const parts: [string, readonly Told[]][] = [
        [l10n.t('the codebook'), [settings.codebook]],
        [l10n.t('the bibliography'), settings.bibliography],
        [l10n.t('the manuscript'), settings.manuscript],
      ];
      // Work on studies that are not there: the folder was renamed or moved. A review that has just begun has none either.
      if (review.studyFileCount === 0 && (review.ratings.length > 0 || review.findings.length > 0)) {
        const { value, at } = settings.studies;
        yield { site: { ...settingsSite, at }, data: { path: value, part: 'studies' } };
      }
      // A checklist that is no name of one that is known is the path of one's own.
      if (!review.checklist && /\.ya?ml$/i.test(settings.checklist.value.trim())) {
        parts.push([l10n.t('the checklist'), [settings.checklist]]);
      }
      for (const [part, paths] of parts) {
        for (const { value, at } of paths) {
          const path = insidePath(value);
          if (path === undefined || files.has(path)) continue;
          yield { site: { ...settingsSite, at }, data: { path: value, part } };
        }
      }
    },
  },
};
