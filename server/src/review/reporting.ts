import {
  type ReportingItem,
  type ReportingStandard,
  reportingStandardNamed,
  reportingStandards,
  type TellingField,
} from '../standards/reporting.js';
import type { Settings, Told } from '../syntax/facts.js';
import { foldLabel } from '../text/words.js';
import { missingName } from './characteristics.js';
import type { PlacedSection, Review, Site } from './model.js';

/**
 * What becomes of an item: it is reported (a passage says so, a field tells it, or a generated block shows it), the software can
 * make what shows it, or it is not there yet.
 */
export type ItemState = 'present' | 'derivable' | 'missing';

/** Where an item is reported. */
export interface ItemPlace {
  readonly site: Site;
  readonly by: 'passage' | 'block' | 'field';
  /** The field, by its name in `metasynth.yaml`; the report whose block it is. */
  readonly name?: string;
}

export interface JudgedItem {
  readonly standard: ReportingStandard;
  readonly item: ReportingItem;
  readonly state: ItemState;
  /** Passages first, then blocks, then fields. None unless it is present. */
  readonly places: readonly ItemPlace[];
}

/** How far a review has come with a standard. */
export interface Coverage {
  readonly standard: ReportingStandard;
  readonly items: readonly JudgedItem[];
  readonly present: number;
}

/** Whether there is a report of this name, which can fill a block. */
export type IsReport = (name: string) => boolean;

/**
 * The standards that apply to a review: those that `reporting:` names, else ENTREQ for every synthesis, eMERGe for a
 * meta-ethnography, and PRISMA-S once searches or the flow of records are told.
 */
export function standardsOf(review: Review): readonly ReportingStandard[] {
  const { approach, conduct, reporting } = review.settings;
  if (reporting) {
    const named = new Set(reporting.map(told => reportingStandardNamed(told.value)));
    const known = reportingStandards.filter(standard => named.has(standard));
    // A list of slips of the pen chooses nothing; what is wrong with it is said elsewhere.
    if (known.length > 0) return known;
  }
  const applies: Partial<Record<ReportingStandard['id'], boolean>> = {
    entreq: true,
    emerge: approach?.value === 'meta-ethnography',
    'prisma-s': conduct.search.length > 0 || review.flow !== undefined,
  };
  return reportingStandards.filter(({ id }) => applies[id]);
}

/** What is reported of every standard that applies. It costs a few look-ups for each item, and walks through nothing. */
export function coverageOf(review: Review, isReport: IsReport): readonly Coverage[] {
  return standardsOf(review).map(standard => {
    const items = standard.items.map(item => judgeItem(review, standard, item, isReport));
    return { standard, items, present: items.filter(each => each.state === 'present').length };
  });
}

/** What becomes of one item, whether its standard applies or not. */
export function judgeItem(
  review: Review,
  standard: ReportingStandard,
  item: ReportingItem,
  isReport: IsReport,
): JudgedItem {
  const { shownBy } = item;
  const passages = review.isReportedIn(standard.id, item.number) ? review.reported(standard.id, item.number) : [];
  const places: ItemPlace[] = [
    ...passages.map((site): ItemPlace => ({ site, by: 'passage' })),
    ...(shownBy === undefined ? [] : review.shown(shownBy)).map(
      ({ file, chunk, facts }): ItemPlace => ({ site: { file, chunk, at: facts.open }, by: 'block', name: facts.name }),
    ),
    ...fieldsTelling(review, item.toldBy ?? []),
  ];
  const derivable = shownBy !== undefined && isReport(shownBy) && hasDataFor(review, shownBy);
  return { standard, item, state: places.length > 0 ? 'present' : derivable ? 'derivable' : 'missing', places };
}

/** Whether a review holds what a report is made of. */
function hasDataFor(review: Review, report: string): boolean {
  switch (report) {
    case 'flow':
      return review.flow !== undefined;
    case 'translation':
      return review.translation !== undefined;
    default:
      return review.studyCount > 0;
  }
}

/** The places of fields, where all of them are filled in and so tell the item; none where one is not. */
function fieldsTelling(review: Review, fields: readonly TellingField[]): ItemPlace[] {
  const { settingsSite, settings } = review;
  const places: ItemPlace[] = [];
  for (const field of fields) {
    const told = toldIn(settings, field);
    if (told.length === 0 || !told.every(isTold)) return [];
    places.push({ site: { ...settingsSite, at: told[0]!.at }, by: 'field', name: field });
  }
  return places.slice(0, 1);
}

/** The fields among those that tell a part of an item which are filled in. */
export function partlyTold(review: Review, item: ReportingItem): readonly TellingField[] {
  return (item.partlyToldBy ?? []).filter(field => {
    const told = toldIn(review.settings, field);
    return told.length > 0 && told.every(isTold);
  });
}

/** A name for a missing value tells that something was not written down, and nothing that a reader asks for. */
function isTold(told: Told | undefined): told is Told {
  if (told === undefined || told.value.trim() === '') return false;
  const missing = missingName(told.value);
  return missing === undefined || missing === 'not applicable';
}

/** What stands in a field; of searches one for each, undefined where an entry leaves it out. */
function toldIn(settings: Settings, field: TellingField): readonly (Told | undefined)[] {
  const { conduct, question, approach, eligibility, raters } = settings;
  const one = (told: Told | undefined): readonly Told[] => (told ? [told] : []);
  switch (field) {
    case 'question':
      return one(question);
    case 'approach':
      return one(approach);
    case 'eligibility':
      return eligibility.map(each => each.says);
    case 'appraisal.checklist':
      return one(conduct.checklist);
    case 'appraisal.raters':
      return raters;
    case 'appraisal.use':
      return one(conduct.use);
    case 'protocol.registration':
      return one(conduct.registration);
    case 'protocol.deviations':
      return one(conduct.deviations);
    case 'reflexivity':
      return one(conduct.reflexivity);
    case 'search.source':
    case 'search.platform':
    case 'search.date':
    case 'search.strategy':
    case 'search.limits':
    case 'search.filters':
    case 'search.hits': {
      const name = field.slice('search.'.length) as 'source';
      return conduct.search.map(each => each[name]);
    }
  }
}

/** A section whose heading looks as if it reported an item. It is a hint: no heading proves anything. */
export function likelySection(review: Review, item: ReportingItem): PlacedSection | undefined {
  const wanted = new Set(item.headings);
  const sections = review.sections.filter(({ facts }) => facts.level > 0);
  // Of two headings that fit, the one whose words come first in the list fits better.
  const byWords = new Map<string, PlacedSection>();
  for (const section of sections) {
    const words = foldLabel(section.facts.title);
    if (wanted.has(words) && !byWords.has(words)) byWords.set(words, section);
  }
  for (const words of item.headings) {
    const section = byWords.get(words);
    if (section) return section;
  }
  return undefined;
}

/** Items that a section may report, going by its heading alone. */
export function likelyItems(title: string, standards: readonly ReportingStandard[]) {
  const words = foldLabel(title);
  return standards.flatMap(standard =>
    standard.items.filter(item => item.headings.includes(words)).map(item => ({ standard, item })),
  );
}
