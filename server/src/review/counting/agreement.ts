import type { Checklist } from '../../standards/checklist.js';
import type { Coefficient, Table } from '../../statistics/agreement.js';
import { gwetAc1, kappa, linearWeights, pabak, percentAgreement, scottPi } from '../../statistics/agreement.js';
import { nearest } from '../../text/words.js';

/** How two raters' answers met: for each question of the checklist a table of the first rater's answers by the second's. */
export type AnswersMet = ReadonlyMap<string, Table>;

/** What `agreement.` may be followed by: of what, by which coefficient, and on which question alone. */
export interface AgreementName {
  readonly of: 'appraisal' | 'coding' | 'screening';
  readonly by: AgreementMeasure;
  readonly item: string | undefined;
}

export type AgreementMeasure = 'percent' | 'kappa' | 'weighted-kappa' | 'pabak' | 'ac1' | 'pi';

const subjects = ['appraisal', 'coding', 'screening'] as const;
const measures: readonly AgreementMeasure[] = ['percent', 'kappa', 'weighted-kappa', 'pabak', 'ac1', 'pi'];

/** Reads `appraisal`, `appraisal.kappa`, `appraisal.item-4.kappa`; gives what was likely meant where it is none of these. */
export function readAgreement(text: string): AgreementName | { readonly near: string | undefined } {
  const [first = '', ...rest] = text.split('.');
  const of = subjects.find(each => each === first);
  if (!of) return { near: nearest(first, subjects, 1)[0] };
  const item = rest.find(each => /^item-\d{1,3}$/.test(each))?.slice('item-'.length);
  const by = rest.filter(each => !/^item-\d{1,3}$/.test(each));
  const measure = by[0] === undefined ? 'percent' : measures.find(each => each === by[0]);
  if (measure === undefined || by.length > 1 || rest.length > 2) {
    const near = nearest(by[0] ?? '', measures, 1)[0];
    return { near: near && `${of}.${near}` };
  }
  return { of, by: measure, item };
}

/** The names that can follow `agreement.appraisal`, for completion. */
export const agreementMeasures: readonly AgreementMeasure[] = measures;

/** Empty tables for the questions of a checklist, one row and column for each answer that is possible. */
export function emptyTable({ answers }: Checklist): number[][] {
  return answers.map(() => answers.map(() => 0));
}

/** An agreement between two raters; undefined where they have not both answered anything, or where it has no value. */
export function agreementOf(
  met: AnswersMet,
  { by, item }: AgreementName,
  checklist: Checklist,
): Coefficient | undefined {
  const tables = item === undefined ? [...met.values()] : [met.get(item) ?? []];
  const table = emptyTable(checklist);
  for (const each of tables) {
    each.forEach((row, one) => {
      row.forEach((count, other) => {
        table[one]![other]! += count;
      });
    });
  }
  switch (by) {
    case 'percent':
      return percentAgreement(table);
    case 'kappa':
      return kappa(table);
    case 'weighted-kappa':
      return isOrdered(checklist) ? kappa(table, linearWeights(table.length)) : undefined;
    case 'pabak':
      return pabak(table);
    case 'ac1':
      return gwetAc1(table);
    case 'pi':
      return scottPi(table);
  }
}

/** Yes, can't tell and no stand in an order; answers such as *not applicable* do not. */
function isOrdered({ answers }: Checklist): boolean {
  return answers.map(each => each.id).join() === 'yes,cant-tell,no';
}
