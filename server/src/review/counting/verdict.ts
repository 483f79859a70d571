import type { CheckedNumber } from '../../syntax/facts.js';
import type { DefinitionError, Reading } from '../../syntax/numbers/definition.js';
import { writtenLike } from '../../syntax/numbers/written.js';
import type { Review } from '../model.js';
import { type Measured, measure } from './measure.js';
import { type Mistake, mistakeIn } from './mistakes.js';
import { isSaid } from './quantifiers.js';

/** One way of reading a checked number, with what the data give for it. */
export interface ReadingResult {
  readonly reading: Reading;
  readonly measured: Measured;
  /** Undefined where the data do not tell. */
  readonly agrees: boolean | undefined;
}

/** What becomes of a number that carries its definition. */
export type Verdict =
  | { readonly kind: 'agrees' | 'unknown'; readonly readings: readonly ReadingResult[] }
  /** It is true in one way of reading it and not in another. */
  | { readonly kind: 'one-reading'; readonly readings: readonly ReadingResult[] }
  | { readonly kind: 'disagrees'; readonly readings: readonly ReadingResult[]; readonly put: readonly string[] }
  /** The definition cannot be read. */
  | { readonly kind: 'unreadable'; readonly error: DefinitionError }
  /** The definition names something that the review does not have. */
  | { readonly kind: 'mistaken'; readonly mistake: Mistake }
  /** No number stands before the comment. */
  | { readonly kind: 'without-number'; readonly readings: readonly ReadingResult[] };

/** Compares a number with what the data give. It says that they disagree, never which of the two is wrong. */
export function verdictOf(number: CheckedNumber, review: Review): Verdict {
  return review.once(number, () => judgeNumber(number, review));
}

function judgeNumber(number: CheckedNumber, review: Review): Verdict {
  const readings: ReadingResult[] = [];
  for (const reading of number.readings) {
    const { result } = reading;
    if ('error' in result) return { kind: 'unreadable', error: result.error };
    const mistake = mistakeIn(result.definition, review);
    if (mistake) return { kind: 'mistaken', mistake };
    const measured = measure(result.definition, review);
    const { value, rounded } = measured;
    const percent = number.written?.word && shareOf(measured, review);
    const given = value === undefined ? undefined : { value, rounded, percent };
    const agrees = given && number.written ? isSaid(number.written, given, review.settings) : undefined;
    readings.push({ reading, measured, agrees });
  }
  if (!number.written) return { kind: 'without-number', readings };
  const known = readings.filter(each => each.agrees !== undefined);
  if (known.length === 0) return { kind: 'unknown', readings };
  if (known.every(each => each.agrees)) return { kind: 'agrees', readings };
  if (known.some(each => each.agrees)) return { kind: 'one-reading', readings };
  const { text, word } = number.written;
  if (word) return { kind: 'disagrees', readings, put: [] };
  const put = [
    ...new Set(
      known.map(({ measured }) =>
        writtenLike(text, measured.value!, measured.of !== undefined || measured.answers !== undefined),
      ),
    ),
  ];
  return { kind: 'disagrees', readings, put };
}

/** The share of the studies that something is, in per cent; undefined where it is neither a share nor a number of studies. */
export function shareOf({ value, of, studies, silent }: Measured, review: Review): number | undefined {
  if (value === undefined || of !== undefined) return value;
  if (!studies || silent !== undefined || review.studyCount === 0) return undefined;
  return (100 * value) / review.studyCount;
}
