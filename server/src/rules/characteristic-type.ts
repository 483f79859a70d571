import * as l10n from '@vscode/l10n';
import { type Expectation, misfit, officeMissing } from '../review/characteristics.js';
import { listWords, nearest } from '../text/words.js';
import type { Data, Rule } from './rule.js';

export const characteristicType: Rule = {
  code: 'characteristic.type',
  severity: 'warning',
  local: true,
  title: 'A characteristic of another kind than declared',
  why: 'It cannot be counted or compared with the same column of the other studies.',
  mend: 'Write it as `characteristics:` in `metasynth.yaml` declares it, or change the declaration. What a study does not tell is `not reported`, `not applicable` or `unclear`.',
  example: {
    wrong: `
=== studies/moran2012.md ===
---
country: USA
participants: «about thirty»
themes: [giving-back]
casp: 9
---
`,
    right: `
=== studies/moran2012.md ===
---
country: USA
participants: 31
themes: [giving-back]
casp: 9
---
`,
  },
  message: data => words(data),
  judge: {
    *study(study, review) {
      const fields = new Map(study.facts.fields.map(field => [field.name, field]));
      for (const characteristic of review.settings.characteristics) {
        const field = fields.get(characteristic.name);
        if (!field) continue;
        for (const { item, expected } of misfit(field, characteristic)) {
          yield {
            site: { file: study.file, chunk: study.chunk, at: item?.at ?? field.at },
            data: {
              field: field.name,
              found: item?.value ?? '',
              expected,
              values: listWords(characteristic.values),
              near: item ? (officeMissing(item.value) ?? nearest(item.value, characteristic.values, 1)[0] ?? '') : '',
            },
          };
        }
      }
    },
  },
};

function words({ field, found, expected, values, near }: Data): string {
  const name = field ?? '';
  switch (expected as Expectation) {
    case 'missing':
      return l10n.t(
        '"{1}" does not say why "{0}" is missing. Write "{2}"; the table prints it as the review says.',
        name,
        found ?? '',
        near ?? '',
      );
    case 'count':
      return l10n.t('"{0}" should be a whole number, but is "{1}".', name, found ?? '');
    case 'thousands':
      return l10n.t('"{0}" should be a whole number: write {1} without the comma.', name, found ?? '');
    case 'number':
      return l10n.t('"{0}" should be a number, but is "{1}".', name, found ?? '');
    case 'year':
      return l10n.t('"{0}" should be a year, but is "{1}".', name, found ?? '');
    case 'flag':
      return l10n.t('"{0}" should be yes or no, but is "{1}".', name, found ?? '');
    case 'one':
      return l10n.t('"{0}" should be a single value, but is a list.', name);
    case 'value':
      return l10n.t('"{0}" should be a value, but has lines of its own below it.', name);
    case 'known':
      return near === ''
        ? l10n.t('"{1}" is not one of the values of "{0}": {2}.', name, found ?? '', values ?? '')
        : l10n.t('"{1}" is not one of the values of "{0}". Did you mean "{2}"?', name, found ?? '', near ?? '');
  }
}
