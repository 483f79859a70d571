import * as l10n from '@vscode/l10n';
import { insidePath } from '../review/paths.js';
import type { Rule } from './rule.js';

export const reviewPathOutside: Rule = {
  code: 'review.path-outside',
  severity: 'error',
  local: true,
  title: 'A path that leads out of the review',
  why: 'A review is one folder that can be moved, shared and kept in git whole. Files outside of it are never read.',
  mend: "Move or copy the file into the review's folder and write its path relative to `metasynth.yaml`.",
  example: {
    wrong: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
characteristics: {country: {type: text}, participants: {type: count}}
bibliography: «../library.bib»
`,
    right: `
=== metasynth.yaml ===
title: Peer workers' experience of their role
characteristics: {country: {type: text}, participants: {type: count}}
bibliography: references.bib
`,
  },
  message: ({ path }) => l10n.t('"{0}" leads out of the review\'s folder, so it is not read.', path ?? ''),
  judge: {
    *review({ settings, settingsSite }) {
      for (const { value, at } of [
        settings.studies,
        settings.codebook,
        ...settings.bibliography,
        ...settings.manuscript,
      ]) {
        if (insidePath(value) === undefined) yield { site: { ...settingsSite, at }, data: { path: value } };
      }
    },
  },
};
