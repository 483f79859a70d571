import { canonical, type Filter, type Word } from '../../syntax/filters/filter.js';
import type { Definition } from '../../syntax/numbers/definition.js';

/** A set of studies to be kept up to date: those that pass a filter, with the number that each gives under a field. */
export interface Tally {
  readonly where: Filter | undefined;
  readonly field: string | undefined;
}

/** What tells one tally from another. */
export function tallyKey({ where, field }: Tally): string {
  return `${field ?? ''} ${where ? canonical(where) : ''}`;
}

/** The sets of studies that a definition counts. */
export function talliesOf(definition: Definition): Tally[] {
  switch (definition.what) {
    case 'studies':
      return [{ where: definition.where, field: undefined }, ...valuesIn(definition.where)];
    case 'statistic':
      return [{ where: definition.where, field: definition.field.text }, ...valuesIn(definition.where)];
    case 'share':
      return [
        shareTally(definition),
        { where: definition.of, field: undefined },
        ...valuesIn(definition.where),
        ...valuesIn(definition.of),
      ];
    default:
      return [];
  }
}

/** Those of the whole that pass the filter as well. */
export function shareTally({ where, of }: Extract<Definition, { what: 'share' }>): Tally {
  return { where: of ? { kind: 'and', parts: [of, where] } : where, field: undefined };
}

/** Each `field:value` of a filter by itself: one that no study has is a slip of the pen. */
export function valuesIn(filter: Filter | undefined): Tally[] {
  return filter ? termsOf(filter).map(where => ({ where, field: undefined })) : [];
}

type ValueTerm = Extract<Filter, { kind: 'value' }>;

/** The conditions of the form `field:value` in a filter; `exactly` gives one for each of its values. */
export function termsOf(filter: Filter): ValueTerm[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.flatMap(termsOf);
    case 'not':
      return termsOf(filter.part);
    case 'value':
      return [filter];
    case 'exactly':
      return filter.values.map(value => ({ kind: 'value', field: filter.field, value }));
    default:
      return [];
  }
}

/** The fields and groups that a filter names. */
export function namesIn(filter: Filter): { readonly fields: readonly Word[]; readonly groups: readonly Word[] } {
  const fields: Word[] = [];
  const groups: Word[] = [];
  const visit = (each: Filter): void => {
    switch (each.kind) {
      case 'and':
      case 'or':
        each.parts.forEach(visit);
        break;
      case 'not':
        visit(each.part);
        break;
      case 'group':
        groups.push(each.name);
        break;
      default:
        fields.push(each.field);
    }
  };
  visit(filter);
  return { fields, groups };
}

/** The filters of a definition. */
export function filtersOf(definition: Definition): Filter[] {
  switch (definition.what) {
    case 'studies':
    case 'statistic':
      return definition.where ? [definition.where] : [];
    case 'share':
      return definition.of ? [definition.where, definition.of] : [definition.where];
    default:
      return [];
  }
}
