import type { Definition, Statistic } from '../../syntax/numbers/definition.js';
import { foldId } from '../../text/words.js';
import type { Construct, Review, Study } from '../model.js';
import { agreementOf, readAgreement } from './agreement.js';
import { shareTally } from './parts.js';

/** Studies that are counted, in no order: looked at where they are kept, since there may be ten thousand of them. */
export type CountedStudies = Pick<ReadonlyMap<Study, unknown>, 'size' | 'has' | 'keys'>;

/** What the data give for a definition. */
export interface Measured {
  /** Undefined where the data do not tell: no study gives a number, a box is not reported, agreement is not known. */
  readonly value: number | undefined;
  /** A share in per cent or a median, which prose may round; counts have to be the same. */
  readonly rounded: boolean;
  /** The studies behind it, in no order; undefined where it is no count of studies. */
  readonly studies?: CountedStudies;
  /** Of a share: how many studies are the whole. */
  readonly of?: number;
  /** Of a statistic: how many of the studies give no number. */
  readonly silent?: number;
  /** Of an agreement: how many answers, decisions or codes of the one were compared with those of the other. */
  readonly answers?: number;
}

const nothing: Measured = { value: undefined, rounded: false };

/** Counts what a definition asks for. Names that do not exist give nothing; rules tell of them. */
export function measure(definition: Definition, review: Review): Measured {
  switch (definition.what) {
    case 'studies': {
      const counted = review.tally({ where: definition.where, field: undefined });
      return { value: counted.size, rounded: false, studies: counted };
    }
    case 'statistic': {
      const tally = { where: definition.where, field: definition.field.text };
      const counted = review.tally(tally);
      const numbers = review.numbers(tally);
      const value = statistic(definition.statistic, numbers);
      const studies: CountedStudies = {
        size: numbers.length,
        has: study => counted.get(study) !== undefined,
        keys: () => new Set([...counted.keys()].filter(study => counted.get(study) !== undefined)).keys(),
      };
      return { value, rounded: definition.statistic === 'median', studies, silent: counted.size - numbers.length };
    }
    case 'share': {
      const part = review.tally(shareTally(definition));
      const whole = review.tally({ where: definition.of, field: undefined });
      const value = whole.size === 0 ? undefined : (100 * part.size) / whole.size;
      return { value, rounded: true, studies: part, of: whole.size };
    }
    case 'findings': {
      if (!definition.under) return { value: review.findingCount(), rounded: false };
      const construct = constructNamed(review, definition.under.text);
      return construct ? { value: review.findingCount(construct), rounded: false } : nothing;
    }
    case 'themes': {
      if (!definition.under) return { value: review.themeCount(), rounded: false };
      const construct = constructNamed(review, definition.under.text);
      return construct ? { value: review.themeCount(construct), rounded: false } : nothing;
    }
    case 'flow': {
      const box = review.flow?.boxes.find(({ name }) => name === definition.box.text);
      return { value: box?.value, rounded: false };
    }
    case 'agreement': {
      const name = readAgreement(definition.of.text);
      if ('near' in name) return nothing;
      const found = agreementOf(name, review);
      if (!found || 'undefined' in found) return { ...nothing, ...(found && { answers: found.n }) };
      return { value: name.by === 'percent' ? 100 * found.value : found.value, rounded: true, answers: found.n };
    }
  }
}

/** A construct by its name, also a former one. */
export function constructNamed(review: Review, name: string): Construct | undefined {
  const id = foldId(name);
  return review.constructById.get(id) ?? review.constructAliases.get(id);
}

/**
 * @param sorted the smallest first
 * @returns undefined of no numbers, where there is no smallest and a sum would say that nobody took part
 */
function statistic(which: Statistic, sorted: readonly number[]): number | undefined {
  if (sorted.length === 0) return undefined;
  switch (which) {
    case 'sum':
      return sorted.reduce((sum, each) => sum + each, 0);
    case 'min':
      return sorted[0];
    case 'max':
      return sorted.at(-1);
    case 'median': {
      const middle = sorted.length >> 1;
      return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2;
    }
  }
}
