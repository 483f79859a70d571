import type { CheckedNumber, Quantifier, Settings } from '../../syntax/facts.js';
import { says } from '../../syntax/numbers/written.js';

/** Whether a word stands for a share of the studies, in per cent, as the review has it. */
export function quantifierHolds(word: Quantifier, percent: number, from: Settings['quantifiers']): boolean {
  switch (word) {
    case 'most':
    case 'many':
      return percent > from[word];
    case 'few':
      return percent <= from.few;
    case 'all':
      return percent >= from.all;
  }
}

/** What a number is held against. */
export interface Given {
  readonly value: number;
  readonly rounded: boolean;
  /** The share that it is, in per cent; undefined where it is none, nor a number of studies. */
  readonly percent: number | undefined;
}

/** Whether a number, or a word for a share, says what the data give; undefined where the two cannot be compared. */
export function isSaid(
  written: NonNullable<CheckedNumber['written']>,
  { value, rounded, percent }: Given,
  { quantifiers }: Pick<Settings, 'quantifiers'>,
): boolean | undefined {
  if (written.word === undefined) return says(written, value, rounded);
  return percent === undefined ? undefined : quantifierHolds(written.word, percent, quantifiers);
}
