import type { Part } from '../../syntax/definitions/parts.js';
import { foldId } from '../../text/words.js';
import { offerAnswers, offerQuestions, offerRatedStudies, offerReasons } from './appraisal.js';
import { offerCharacteristics } from './fields.js';
import { meaningOf } from './meanings.js';
import {
  foldedIds,
  offerConstructs,
  offerFindings,
  offerPeople,
  offerStudies,
  offerThemes,
  offerWorks,
  themeIds,
} from './names.js';
import { asKey, asValue, wordDrafts, type YamlPlace } from './place.js';
import {
  offerAspects,
  offerCharacteristicKeys,
  offerChecklists,
  offerCodes,
  offerColumns,
  offerGroupValues,
} from './settings.js';
import { offerValues } from './values.js';

type Provider = (place: YamlPlace) => void;

/** Where the names of a review stand: paths by names, `*` for any name. The first that fits holds. */
const places: Partial<Record<Part, readonly (readonly [path: string, provider: Provider])[]>> = {
  study: [
    ['', offerCharacteristics],
    ['themes', themes],
    ['findings/themes', place => themes(place, carriedIn(place))],
    ['findings/aspects', place => offerAspects(place, id => asValue(place, id, 'list'), there(place))],
    ['parent', place => studies(place, 'one', own(place))],
    ['key', place => works(place, 'one', new Set())],
    ['reports', place => works(place, 'list', new Set([...there(place), ...own(place)]))],
    ['synthesises', synthesised],
    ...['casp', 'jbi', 'appraisal'].flatMap(key => inlineAppraisal(key)),
    // Fields of other programs, and prose.
    ...[
      ...['cite', 'findings', 'notes', 'ids', 'tags', 'aliases', 'cssclass', 'cssclasses', 'publish', 'title'],
      ...['format', 'bibliography', 'csl'],
    ].map(name => [name, nothing] as const),
    ['*', place => values(place)],
  ],
  codebook: [
    ['themes/*/construct', place => constructs(place, 'one')],
    ['constructs/*/leads-to', place => constructs(place, 'map', place.names[1])],
    ['argument/rests-on', place => constructs(place, 'list')],
    ['argument/answers', place => findings(place, name => asValue(place, name, 'list'))],
  ],
  review: [
    ['background', place => works(place, 'list', there(place))],
    ['appraisal/raters', people],
    ['appraisal/arbiter', people],
    ['appraisal/checklist', offerChecklists],
    ['table/columns', offerColumns],
    ['table/sort', offerColumns],
    ['severities', whereKeys(offerCodes)],
    ['groups/*', whereKeys(offerCharacteristicKeys)],
    ['groups/*/*', place => offerGroupValues(place, place.names[2] ?? '')],
    ['characteristics/*/values', place => offerGroupValues(place, place.names[1] ?? '')],
  ],
  rater: [
    ['', whereKeys(offerRatedStudies)],
    ['*', answersOrQuestions],
    ['*/because', whereKeys(offerReasons)],
    ['*/by', people],
    ['*/#', offerAnswers],
  ],
  coding: [
    ['', whereKeys(codedStudies)],
    ['*', themes],
  ],
  translation: [
    ['reading-order', readingOrder],
    ['reading-order/index', place => studies(place, 'one', new Set())],
    ['cells/construct', place => constructs(place, 'one')],
    ['cells/study', place => studies(place, 'one', new Set())],
    ['cells/themes', themes],
  ],
  confidence: [
    ['', whereKeys(place => findings(place, name => asKey(place, name, below(place))))],
    ['*/studies', place => studies(place, 'list', there(place))],
    ['*/confidence/by', people],
    ['*/conqual/by', people],
  ],
};

/** Offers the names of a review that may stand at a place. */
export function offerNames(place: YamlPlace): void {
  const found = places[place.part]?.find(([path]) => fits(path, place.names));
  // Every part of a review is a map: a hyphen at its root is a slip.
  if (place.names.length === 0 && place.spot.path.length > 0) return;
  found?.[1](place);
}

/** True where a path of the list above fits; `*` is any name, `#` the number of a question. */
function fits(path: string, names: readonly string[]): boolean {
  const steps = path === '' ? [] : path.split('/');
  return (
    steps.length === names.length &&
    steps.every((step, index) => step === '*' || step === names[index] || (step === '#' && /^\d+$/.test(names[index]!)))
  );
}

function nothing(): void {}

/** A provider for places where the name of an entry may begin, and for no others. */
function whereKeys(provider: Provider): Provider {
  return place => {
    if (canBeKey(place)) provider(place);
  };
}

function canBeKey({ spot }: YamlPlace): boolean {
  return spot.place === 'field' || (spot.place === 'line' && !spot.dash);
}

/** What stands between a key and the entry below it. */
function below({ spot }: YamlPlace): '' | ' ' {
  return spot.place === 'line' ? '' : ' ';
}

/** Answers that stand in a study, by rater or without one. */
function inlineAppraisal(key: string): (readonly [string, Provider])[] {
  return [
    [key, whereKeys(inlineRaters)],
    [`${key}/#`, offerAnswers],
    [`${key}/because`, whereKeys(offerReasons)],
    [`${key}/by`, people],
    [`${key}/*`, answersOrQuestions],
    [`${key}/*/#`, offerAnswers],
    [`${key}/*/because`, whereKeys(offerReasons)],
    [`${key}/*/by`, people],
  ];
}

/** Raters who have not answered in the study; the questions for a review that names none. */
function inlineRaters(place: YamlPlace): void {
  const { review, offer, spot } = place;
  const { raters, reviewers } = review.settings;
  const byItem = spot.others.some(each => /^\d+$/.test(each));
  const known = there(place);
  const open = byItem ? [] : raters.filter(({ value }) => !known.has(foldId(value)));
  offer.addDrafts(
    open.map(({ value }) => {
      const name = reviewers.find(({ id }) => id.value === value)?.name;
      return {
        label: value,
        kind: 'person',
        words: [value, name ?? ''],
        text: asKey(place, value, below(place)),
        detail: name,
      };
    }),
    1,
  );
  if (byItem || (raters.length === 0 && spot.others.length === 0)) offerQuestions(place, '');
}

/** Below a study, or a rater in it: a list holds the answers in order, a map has them by question. */
function answersOrQuestions(place: YamlPlace): void {
  const { spot, names } = place;
  if (spot.place === 'item' || spot.dash) offerAnswers(place);
  else if (canBeKey(place)) offerQuestions(place, names[0] ?? '');
}

function values(place: YamlPlace): void {
  const { spot, names } = place;
  if (spot.place !== 'field' && !spot.colon) offerValues(place, names[0] ?? '');
}

function themes(place: YamlPlace, first?: ReadonlySet<string>): void {
  const { offer, review, spot } = place;
  offerThemes(offer, review, name => asValue(place, name, 'list'), {
    without: themeIds(review, spot.others),
    ...(first && { first }),
  });
}

/** The themes that the study lists: those of its findings are most often among them. */
function carriedIn({ review, path }: YamlPlace): Set<string> {
  const facts = review.files.get(path)?.chunks[0]?.facts;
  const carried = facts?.kind === 'study' ? facts.themes.map(({ name }) => name) : [];
  return themeIds(review, carried);
}

function constructs(place: YamlPlace, usual: 'list' | 'map' | 'one', but?: string): void {
  const without = new Set([...there(place), ...(but === undefined ? [] : [foldId(but)])]);
  offerConstructs(place.offer, place.review, name => asValue(place, name, usual), without);
}

function findings(place: YamlPlace, write: (name: string) => string): void {
  offerFindings(place.offer, place.review, write, there(place));
}

function studies(place: YamlPlace, usual: 'list' | 'one', without: ReadonlySet<string>): void {
  offerStudies(place.offer, place.review, ({ facts }) => ({ text: asValue(place, facts.key, usual) }), { without });
}

function works(place: YamlPlace, usual: 'list' | 'one', without: ReadonlySet<string>): void {
  offerWorks(place.offer, place.review, key => asValue(place, key, usual), without);
}

function synthesised(place: YamlPlace): void {
  const without = new Set([...there(place), ...own(place)]);
  studies(place, 'list', without);
  works(place, 'list', without);
}

/** Keys of studies at the start of a line, as in a coder's file. */
function codedStudies(place: YamlPlace): void {
  const write = ({ facts }: { readonly facts: { readonly key: string } }) => ({
    text: asKey(place, facts.key, below(place)),
  });
  offerStudies(place.offer, place.review, write, { without: there(place) });
}

function readingOrder(place: YamlPlace): void {
  studies(place, 'list', there(place));
  if (place.spot.place !== 'value') return;
  const words = wordDrafts(place, ['alphabetical', 'chronological'], word => meaningOf('reading-order', word));
  place.offer.addDrafts(words, 0);
}

function people(place: YamlPlace): void {
  offerPeople(place.offer, place.review, id => asValue(place, id, 'list'), there(place));
}

/** The key of the study itself, folded. */
function own({ review, path }: YamlPlace): Set<string> {
  const facts = review.files.get(path)?.chunks[0]?.facts;
  return new Set(facts?.kind === 'study' ? [foldId(facts.key)] : []);
}

/** Folded names of what stands at the place already. */
function there({ spot }: YamlPlace): Set<string> {
  return foldedIds(spot.others);
}
