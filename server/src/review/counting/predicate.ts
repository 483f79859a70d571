import { type Checklist, readAnswer } from '../../standards/checklist.js';
import type { Group, Settings, StudyFacts } from '../../syntax/facts.js';
import { type Filter, foldValue, type Sign } from '../../syntax/filters/filter.js';
import { foldId } from '../../text/words.js';
import { bandOf } from '../appraisal.js';
import type { Construct, Study, Theme } from '../model.js';

/** What a filter is read against. */
export interface FilterContext {
  readonly settings: Pick<Settings, 'groups' | 'characteristics' | 'bands'>;
  readonly checklist: Checklist | undefined;
  /** What a study says in a column, where that is known without opening the study. */
  cell?(study: Study, column: string): Cell | undefined;
  theme(id: string): Theme | undefined;
  construct(id: string): Construct | undefined;
}

/** What a study says in a column of the extraction grid. */
export interface Cell {
  /** The same text for cells that say the same, in whatever order and case. */
  readonly key: string;
  /** The values, folded, each once. */
  readonly values: readonly string[];
  /** The first of them that is a number. */
  readonly number: number | undefined;
}

/** Reads a cell from the study itself. */
export function cellIn(facts: StudyFacts, name: string): Cell {
  const items = itemsOf(facts, name);
  const values = [...new Set(items.map(item => foldValue(item.value)))].sort();
  return { key: values.join('\n'), values, number: firstNumber(items) };
}

export type Predicate = (study: Study) => boolean;

/** Fields of a filter that are not characteristics, unless the review declares a characteristic of the name. */
export const ownFields = ['theme', 'construct', 'study', 'year', 'total', 'band'] as const;

/** `item-4:yes`, the answer that holds to a question of the checklist. */
export const itemField = /^item-(\d{1,3})$/;

/**
 * Whether a study passes a filter. A value is there when the study has it among others, whatever the case of its letters; a
 * study that does not tell a number is neither below nor above any. A name that does not exist passes nothing.
 */
export function predicateOf(filter: Filter, context: FilterContext): Predicate {
  switch (filter.kind) {
    case 'and': {
      const parts = filter.parts.map(part => predicateOf(part, context));
      return study => parts.every(part => part(study));
    }
    case 'or': {
      const parts = filter.parts.map(part => predicateOf(part, context));
      return study => parts.some(part => part(study));
    }
    case 'not': {
      const part = predicateOf(filter.part, context);
      return study => !part(study);
    }
    case 'group': {
      const group = groupNamed(context.settings.groups, filter.name.text);
      return group ? inGroup(group, context) : () => false;
    }
    case 'value':
      return hasValue(filter.field.text, filter.value.text, context);
    case 'exactly': {
      const { text } = filter.field;
      const wanted = new Set(filter.values.map(value => foldValue(value.text)));
      return study => {
        const values = valuesOf(study, text, context);
        return values.length === wanted.size && values.every(value => wanted.has(value));
      };
    }
    case 'compare': {
      const { field, sign, number } = filter;
      return study => {
        const value = numberOf(study, field.text, context);
        return value !== undefined && compare(value, sign, number);
      };
    }
  }
}

/** The number that a study gives under a field; undefined where it gives none. */
export function numberOf(
  study: Study,
  field: string,
  context: Pick<FilterContext, 'cell'> & { readonly settings: Pick<Settings, 'characteristics'> },
): number | undefined {
  if (!isDeclared(context.settings, field)) {
    if (field === 'total') return study.total;
    if (field === 'year') return study.year;
  }
  const cell = context.cell?.(study, field);
  return cell ? cell.number : firstNumber(itemsOf(study.facts, field));
}

function firstNumber(items: readonly { readonly value: string }[]): number | undefined {
  for (const { value } of items) {
    const text = value.trim();
    if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  }
  return undefined;
}

export function isDeclared({ characteristics }: Pick<Settings, 'characteristics'>, field: string): boolean {
  return characteristics.some(each => each.name === field);
}

export function groupNamed(groups: readonly Group[], name: string): Group | undefined {
  const folded = foldValue(name);
  return groups.find(group => foldValue(group.name) === folded);
}

function inGroup({ fields }: Group, context: FilterContext): Predicate {
  const wanted = fields.map(({ name, values }) => ({
    name,
    values: new Set(values.map(value => foldValue(value.value))),
  }));
  return study =>
    wanted.length > 0 &&
    wanted.every(({ name, values }) => valuesOf(study, name, context).some(value => values.has(value)));
}

function hasValue(field: string, value: string, context: FilterContext): Predicate {
  if (!isDeclared(context.settings, field)) {
    const own = ownValue(field, value, context);
    if (own) return own;
  }
  const wanted = foldValue(value);
  return study => valuesOf(study, field, context).includes(wanted);
}

function ownValue(field: string, value: string, context: FilterContext): Predicate | undefined {
  switch (field) {
    case 'theme': {
      // Looked up at each study: the codebook may change while the filter stays.
      return study => {
        const theme = context.theme(foldId(value));
        return theme !== undefined && study.themes.includes(theme.id);
      };
    }
    case 'construct':
      return study => {
        const construct = context.construct(foldId(value));
        return (
          construct !== undefined &&
          study.themes.some(id => context.theme(id)?.constructs.some(each => each === construct))
        );
      };
    case 'study':
      return study => study.id === foldId(value);
    case 'band': {
      const { bands } = context.settings;
      const wanted = foldValue(value);
      return study => foldValue(bandOf(study.total, bands) ?? '') === wanted;
    }
    case 'year':
    case 'total': {
      const number = Number(value);
      return study => numberOf(study, field, context) === number;
    }
    default: {
      const item = itemField.exec(field)?.[1];
      if (item === undefined) return undefined;
      const { checklist } = context;
      const wanted = checklist ? (readAnswer(checklist, value) ?? value) : value;
      return study => study.appraisal.agreed.get(item) === wanted;
    }
  }
}

/** What a study says in a column, as written. */
export function cellOf(facts: StudyFacts, name: string): string[] {
  return itemsOf(facts, name).map(item => item.value);
}

function itemsOf({ fields }: StudyFacts, name: string) {
  return fields.find(field => field.name === name)?.items ?? [];
}

/** The values that a study has in a column, folded, each once. */
function valuesOf(study: Study, name: string, { cell }: Pick<FilterContext, 'cell'>): readonly string[] {
  return (cell?.(study, name) ?? cellIn(study.facts, name)).values;
}

function compare(value: number, sign: Sign, number: number): boolean {
  switch (sign) {
    case '<':
      return value < number;
    case '<=':
      return value <= number;
    case '>':
      return value > number;
    case '>=':
      return value >= number;
    case '=':
      return value === number;
  }
}
