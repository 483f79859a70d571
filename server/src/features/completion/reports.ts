import * as l10n from '@vscode/l10n';
import { isReport } from '../../reports/reports.js';
import type { Review } from '../../review/model.js';
import { judgeItem, standardsOf } from '../../review/reporting.js';
import {
  numbersOf,
  type ReportingItem,
  type ReportingStandard,
  reportingStandardNamed,
  reportingStandards,
} from '../../standards/reporting.js';
import { readReports } from '../../syntax/reports-comment.js';
import type { Draft, Offer } from './items.js';

/** What is being written at the end of a list of reported items. */
interface ReportsSpot {
  /** The word at the cursor, of which an item or a standard is to be made. */
  readonly typed: string;
  /** The standard that a number here belongs to. */
  readonly standard: ReportingStandard | undefined;
  /** True where the name of a standard may begin. */
  readonly mayName: boolean;
  /** The first item of the range that is being written. */
  readonly from: string | undefined;
}

/** @param value what stands between `reports:` and the cursor; undefined where nothing can be offered */
export function reportsSpot(value: string): ReportsSpot | undefined {
  const { 0: tail } = /[^,;]*$/.exec(value)!;
  const before = value.slice(0, value.length - tail.length);
  const start = tail.trimStart();
  const earlier = lastStandard(before);
  const names = [...start.matchAll(/\s+|$/g)].map(({ index }) => start.slice(0, index)).filter(name => name !== '');
  const name = names.findLast(each => each.length < start.length && reportingStandardNamed(each) !== undefined);
  const standard = name === undefined ? earlier : reportingStandardNamed(name);
  const rest = name === undefined ? start : start.slice(name.length).trimStart();
  const range = /^(?:.*\s)?(\d+[a-z]?)\s*[-–]\s*([\p{L}\p{N}]*)$/iu.exec(rest);
  if (range) return { typed: range[2]!, standard, mayName: false, from: range[1]!.toLowerCase() };
  const typed = name === undefined ? /[\p{L}\p{N}_-]*$/u.exec(rest)![0] : /[\p{L}\p{N}]*$/u.exec(rest)![0];
  // Behind words that are neither a standard nor items, nobody knows what is meant.
  const said = rest.slice(0, rest.length - typed.length);
  if (/\p{L}{2}/u.test(said) && !/^(?:items?|and)\s/i.test(said)) return undefined;
  return { typed, standard, mayName: name === undefined && said === '', from: undefined };
}

/** The standard that was named last in a list. */
function lastStandard(list: string): ReportingStandard | undefined {
  const { items, problems } = readReports(list);
  const last = [...items.map(({ at, standard }) => ({ at, standard })), ...problems]
    .sort((a, b) => a.at[0] - b.at[0])
    .at(-1);
  return last && reportingStandardNamed(last.standard);
}

/** Offers the items of a standard, those not yet reported first, and the standards themselves. */
export function offerReported(
  review: Review,
  offer: Offer,
  { standard, mayName, from }: ReportsSpot,
  value: string,
  write: (item: string) => string,
): Offer {
  if (standard) {
    const numbers = numbersOf(standard);
    const there = new Set(readReports(value).items.flatMap(each => (each.standard === standard.id ? [each.item] : [])));
    const items = standard.items.filter(
      ({ number }) => !there.has(number) && (from === undefined || numbers.indexOf(number) > numbers.indexOf(from)),
    );
    for (const state of ['missing', 'derivable', 'present'] as const) {
      const ofState = items.filter(item => judgeItem(review, standard, item, isReport).state === state);
      const drafts = ofState.map(item => itemDraft(item, state === 'present', write));
      offer.addDrafts(drafts, state === 'missing' ? 1 : state === 'derivable' ? 2 : 3);
    }
  }
  if (mayName) {
    const applying = new Set(standardsOf(review));
    for (const applies of [true, false]) {
      const named = reportingStandards.filter(each => applying.has(each) === applies);
      offer.addDrafts(named.map(standardDraft), applies ? 4 : 6);
    }
  }
  return offer;
}

function itemDraft(item: ReportingItem, present: boolean, write: (item: string) => string): Draft {
  return {
    label: item.number,
    kind: 'question',
    words: [item.number, item.label],
    text: write(item.number),
    detail: item.label,
    description: present ? l10n.t('reported already') : undefined,
    documentation: itemWords(item),
  };
}

/** What an item asks, as Markdown. */
export function itemWords({ asks, lookFor }: ReportingItem): string {
  return [asks, lookFor.map(each => `- ${each}`).join('\n')].join('\n\n');
}

function standardDraft({ id, title, name }: ReportingStandard): Draft {
  return { label: id, kind: 'word', words: [id, name], text: `${id} `, detail: title };
}
