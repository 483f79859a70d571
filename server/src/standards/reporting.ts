import { emerge } from './emerge.js';
import { entreq } from './entreq.js';
import { prisma2020 } from './prisma-2020.js';
import { prismaS } from './prisma-s.js';
import type { ReportingItem, ReportingStandard, ReportingStandardId } from './reporting-types.js';

export type { ReportingItem, ReportingStandard, ReportingStandardId, TellingField } from './reporting-types.js';

/** Every reporting standard that is known, in the order in which to offer them. */
export const reportingStandards: readonly ReportingStandard[] = [entreq, emerge, prisma2020, prismaS];

/** The names under which `metasynth.yaml` and the manuscript speak of them. */
export const reportingNames = ['entreq', 'emerge', 'prisma', 'prisma-s'] as const satisfies ReportingStandardId[];

const byName = new Map(
  reportingStandards.flatMap(standard =>
    [standard.id, standard.name, ...standard.also].map(name => [foldStandard(name), standard] as const),
  ),
);

/** The standard of a name, in whatever spelling: `PRISMA-S`, `prisma s`, `eMERGe`; undefined for none of ours. */
export function reportingStandardNamed(name: string): ReportingStandard | undefined {
  return byName.get(foldStandard(name));
}

/** The item of a standard, in whatever spelling of its number: `16A`. */
export function reportingItem(standard: ReportingStandard, number: string): ReportingItem | undefined {
  const wanted = number.toLowerCase();
  return standard.items.find(item => item.number === wanted);
}

/** The numbers of all items that a standard has, in its order, those among them that are not asked for here. */
export function numbersOf(standard: ReportingStandard): readonly string[] {
  const known = numbers.get(standard.id);
  if (known) return known;
  const all = [...standard.items.map(item => item.number), ...standard.others];
  all.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1));
  numbers.set(standard.id, all);
  return all;
}

const numbers = new Map<ReportingStandardId, readonly string[]>();

/** The form in which names of standards are compared: small letters, words joined by single spaces. */
export function foldStandard(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_‐-―-]+/g, ' ')
    .trim();
}

/** An item as a message names it: *ENTREQ 4*. */
export function itemName(standard: ReportingStandard, number: string): string {
  return `${standard.name} ${number}`;
}
