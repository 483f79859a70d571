import * as l10n from '@vscode/l10n';
import { derivedColumns } from '../../reports/synthesis-table.js';
import { rules } from '../../rules/index.js';
import { checklists } from '../../standards/checklist.js';
import type { Draft } from './items.js';
import { asKey, asValue, type YamlPlace } from './place.js';
import { valuesOf } from './values.js';

/** Offers the codes of rules and their areas, under `severities:`. */
export function offerCodes(place: YamlPlace): void {
  const there = new Set(place.spot.others);
  const areas = [...new Set(rules.map(({ code }) => code.slice(0, code.indexOf('.'))))];
  place.offer.addDrafts(
    areas
      .filter(area => !there.has(area))
      .map(area => ({
        label: area,
        kind: 'rule',
        words: [area],
        text: asKey(place, area),
        detail: l10n.t('All rules whose codes begin with {0}', area),
      })),
    6,
  );
  place.offer.addDrafts(
    rules
      .filter(({ code }) => !there.has(code))
      .map(({ code, title, severity, off }) => ({
        label: code,
        kind: 'rule',
        // Short words stand in every title, and would find all rules.
        words: [code, title.replace(/\b\w{1,4}\b/g, '')],
        text: asKey(place, code),
        detail: title,
        description: off ? 'off' : severity,
        about: { kind: 'rule', id: code },
      })),
  );
}

/** Offers the columns that the table may have: characteristics, and what the review derives. */
export function offerColumns(place: YamlPlace): void {
  const { review, offer, spot } = place;
  const there = new Set(spot.others.map(each => each.replace(/^-/, '')));
  const declared = review.settings.characteristics.map(({ name, label }) => ({ name, detail: label }));
  const names = new Set(declared.map(({ name }) => name));
  const derived = derivedColumns.filter(name => !names.has(name)).map(name => ({ name, detail: columnMeaning(name) }));
  offer.addDrafts(
    [...declared, ...derived]
      .filter(({ name }) => !there.has(name))
      .map(
        ({ name, detail }): Draft => ({
          label: name,
          kind: names.has(name) ? 'characteristic' : 'word',
          words: [name, detail ?? ''],
          text: asValue(place, name, 'list'),
          detail,
        }),
      ),
  );
}

function columnMeaning(name: string): string | undefined {
  switch (name) {
    case 'no':
      return l10n.t("The row's number");
    case 'key':
      return l10n.t('The citation key');
    case 'study':
      return l10n.t('Authors and year');
    case 'year':
      return l10n.t('The year of the study');
    case 'casp':
    case 'jbi':
    case 'appraisal':
      return l10n.t('The total of the appraisal');
    case 'band':
      return l10n.t('The band of that total, as `bands:` names it');
    case 'themes':
      return l10n.t("The study's themes, in its authors' words where it gives them");
    case 'constructs':
      return l10n.t('The constructs that the study supports');
    default:
      return undefined;
  }
}

/** Offers the checklists that come with the software. */
export function offerChecklists(place: YamlPlace): void {
  place.offer.addDrafts(
    checklists.map(({ id, title, version, names }) => ({
      label: id,
      kind: 'word',
      words: [...names, title],
      text: asValue(place, id, 'one'),
      detail: `${title}, ${version}`,
      about: { kind: 'checklist', id },
    })),
  );
}

/** Offers the names of characteristics as keys, as under a group. */
export function offerCharacteristicKeys(place: YamlPlace): void {
  const there = new Set(place.spot.others);
  place.offer.addDrafts(
    place.review.settings.characteristics
      .filter(({ name }) => !there.has(name))
      .map(({ name, label }) => ({
        label: name,
        kind: 'characteristic',
        words: [name, label ?? ''],
        text: asKey(place, name),
        detail: label,
      })),
  );
}

/** Offers the values that studies give a characteristic, as for a group or for `values:`. */
export function offerGroupValues(place: YamlPlace, characteristic: string): void {
  const { review, offer, spot } = place;
  const there = new Set(spot.others);
  offer.addDrafts(
    valuesOf(review, characteristic, '')
      .filter(({ value }) => !there.has(value))
      .map(({ value, count }) => ({
        label: value,
        kind: 'value',
        words: [value],
        text: asValue(place, value, 'list'),
        description: count === 1 ? l10n.t('1 study') : l10n.t('{0} studies', count),
      })),
  );
}

/** Offers aspects of the review, such as strength and challenge. */
export function offerAspects(
  place: Pick<YamlPlace, 'review' | 'offer'>,
  write: (id: string) => string,
  without: ReadonlySet<string>,
): void {
  place.offer.addDrafts(
    place.review.settings.aspects
      .filter(({ id }) => !without.has(id))
      .map(({ id, headings }) => ({
        label: id,
        kind: 'aspect',
        words: [id, ...headings],
        text: write(id),
        detail: headings.join(', '),
      })),
    7,
  );
}
