import { Lines } from '../text/lines.js';
import type { Place } from '../text/span.js';
import { foldId } from '../text/words.js';
import { knownKeys, validate } from './definitions/validate.js';
import type {
  Abbreviation,
  Characteristic,
  CharacteristicType,
  Chunk,
  Column,
  Conduct,
  MissingName,
  Quantifier,
  ReviewFacts,
  SearchEntry,
  Settings,
  SeverityName,
  Told,
} from './facts.js';
import { isFilled, kept, Notes } from './notes.js';
import { readBands, readEligibility, readFlow, readGroups } from './read-counting.js';
import { readFramework } from './read-framework.js';
import { asList, entry } from './yaml/access.js';
import type { Located, LocatedEntry, LocatedMap } from './yaml/located.js';
import { readYaml } from './yaml/read.js';

const nowhere: Place = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

/** What each kind of missing value prints as where `missing:` does not say. */
const missingDefaults: Record<MissingName, string> = {
  'not reported': 'not reported',
  'not applicable': 'N/A',
  unclear: 'unclear',
  'to do': 'to do',
};

/** How most syntheses divide what they say of a construct. */
const defaultAspects: Settings['aspects'] = [
  { id: 'strength', headings: ['Strengths'] },
  { id: 'challenge', headings: ['Challenges'] },
];

/** Shares in per cent: *most* and *many* are more than theirs, *few* at most its, *all* at least its. */
const defaultQuantifiers: Readonly<Record<Quantifier, number>> = { most: 50, many: 25, few: 25, all: 100 };

const defaultColumns = ['no', 'study', 'country', 'discipline', 'participants', 'method', 'casp', 'themes'];
const characteristicTypes: readonly CharacteristicType[] = ['text', 'count', 'number', 'year', 'set', 'flag'];
const severityNames: readonly SeverityName[] = ['error', 'warning', 'info', 'hint', 'off'];

/** Reads `metasynth.yaml`. What it leaves out is filled in, so that a review with an empty file still has settings. */
export function readReview(text: string): Chunk<ReviewFacts> {
  const notes = new Notes(new Lines(text), 0, 0);
  const { root, problems } = readYaml(text, { knownKeys: knownKeys('review') });
  notes.take(problems);
  notes.take(validate(root, 'review'));
  const map = root?.kind === 'map' ? root : undefined;
  return notes.chunk({ kind: 'review', settings: readSettings(map, notes) });
}

/** The settings of a review whose `metasynth.yaml` is empty. */
export function defaultSettings(): Settings {
  return readSettings(undefined, new Notes(new Lines(''), 0, 0));
}

function readSettings(map: LocatedMap | undefined, notes: Notes): Settings {
  const value = (key: string, of: LocatedMap | undefined = map): Located | undefined => of && entry(of, key)?.value;
  const inner = (key: string): LocatedMap | undefined => {
    const found = value(key);
    return found?.kind === 'map' ? found : undefined;
  };
  const told = (key: string): Told | undefined => notes.told(value(key));
  const first = map?.entries[0];
  const titleEntry = map && entry(map, 'title');
  const headEntry = titleEntry ?? first;
  const head = headEntry ? notes.place(headEntry.keyAt) : nowhere;
  const or = (found: Told | undefined, fallback: string): Told => found ?? { value: fallback, at: head };
  const orList = (found: readonly Told[], fallback: string): readonly Told[] =>
    found.length > 0 ? found : [{ value: fallback, at: head }];

  const appraisal = inner('appraisal');
  const appraisalEntry = map && entry(map, 'appraisal');
  const [title, question, approach] = [told('title'), told('question'), told('approach')];
  const reporting = notes.toldList(value('reporting'));
  const arbiter = notes.told(value('arbiter', appraisal));
  return {
    ...(title && { title }),
    ...(question && { question }),
    ...(approach && { approach }),
    final: told('status')?.value === 'final',
    reviewers: readReviewers(value('reviewers'), notes),
    checklist: or(notes.told(value('checklist', appraisal)), 'casp-qualitative'),
    raters: notes.names('rater', 'lists', value('raters', appraisal)),
    ...(arbiter && { arbiter }),
    scoring: or(notes.told(value('scoring', appraisal)), 'none'),
    bands: readBands(value('bands', appraisal), notes),
    ...(appraisalEntry && { appraisalAt: notes.place(appraisalEntry.keyAt) }),
    studies: or(told('studies'), 'studies/'),
    codebook: or(told('codebook'), 'codebook.yaml'),
    bibliography: orList(notes.toldList(value('bibliography')), 'references.bib'),
    manuscript: orList(notes.toldList(value('manuscript')), 'synthesis.md'),
    background: notes.names('work', 'lists', value('background')),
    characteristics: entriesOf(inner('characteristics')).map(each => readCharacteristic(each, notes)),
    missing: readMissing(inner('missing'), notes),
    aspects: inner('aspects') ? readAspects(inner('aspects')) : defaultAspects,
    groups: readGroups(inner('groups'), notes),
    quantifiers: readQuantifiers(inner('quantifiers'), notes),
    eligibility: readEligibility(value('eligibility'), notes),
    ...readFlow(map && entry(map, 'flow'), notes),
    ...readFramework(inner('framework'), notes),
    conduct: readConduct(map, appraisal, notes),
    ...(reporting.length > 0 && { reporting }),
    table: readTable(map && entry(map, 'table'), notes),
    abbreviations: readAbbreviations([value('abbreviations', inner('table')), value('abbreviations')], notes),
    reportStyle:
      notes.told(value('style', inner('reports')))?.value.toLowerCase() === 'vancouver' ? 'vancouver' : 'apa',
    severities: readSeverities(inner('severities')),
    head,
  };
}

function entriesOf(map: LocatedMap | undefined): readonly LocatedEntry[] {
  return map?.entries ?? [];
}

function readReviewers(value: Located | undefined, notes: Notes): Settings['reviewers'] {
  if (value?.kind === 'map') {
    return value.entries.map(each => {
      notes.use('rater', 'defines', each.key, each.keyAt);
      const name = isFilled(each.value) ? kept(each.value.value) : kept(each.key);
      return { id: { value: kept(each.key), at: notes.place(each.keyAt) }, name };
    });
  }
  return notes.names('rater', 'defines', value).map(id => ({ id, name: id.value }));
}

function readCharacteristic(each: LocatedEntry, notes: Notes): Characteristic {
  const map = each.value.kind === 'map' ? each.value : undefined;
  notes.use('characteristic', 'defines', each.key, each.keyAt);
  // `country: text` is read like `country: {type: text}`.
  const type = (map ? notes.told(entry(map, 'type')?.value) : notes.told(each.value))?.value ?? 'text';
  const required = map ? notes.told(entry(map, 'required')?.value)?.value : undefined;
  const label = map ? notes.told(entry(map, 'label')?.value)?.value : undefined;
  return {
    name: kept(each.key),
    at: notes.place(each.keyAt),
    type: characteristicTypes.find(known => known === type) ?? 'text',
    required: /^(true|yes|y|on)$/i.test(required ?? ''),
    values: map ? notes.toldList(entry(map, 'values')?.value).map(told => told.value) : [],
    ...(label && { label }),
  };
}

function readMissing(map: LocatedMap | undefined, notes: Notes): Settings['missing'] {
  const missing = { ...missingDefaults };
  for (const name of Object.keys(missing) as MissingName[]) {
    const print = map && notes.told(entry(map, name)?.value);
    if (print) missing[name] = print.value;
  }
  return missing;
}

function readAspects(map: LocatedMap | undefined): Settings['aspects'] {
  return entriesOf(map).map(each => ({
    id: foldId(each.key),
    headings: asList(each.value).flatMap(item => (isFilled(item) ? [kept(item.value)] : [])),
  }));
}

const searchFields = ['source', 'platform', 'date', 'strategy', 'limits', 'filters', 'hits'] as const;

/** What tells how the review was done; what it means is for its reports to say. */
function readConduct(map: LocatedMap | undefined, appraisal: LocatedMap | undefined, notes: Notes): Conduct {
  const first = (of: LocatedMap | undefined, key: string): Told | undefined =>
    notes.toldList(of && entry(of, key)?.value)[0];
  const search = map && entry(map, 'search')?.value;
  const protocol = map && entry(map, 'protocol')?.value;
  const inProtocol = protocol?.kind === 'map' ? protocol : undefined;
  const told = {
    checklist: first(appraisal, 'checklist'),
    use: first(appraisal, 'use'),
    registration: first(inProtocol, 'registration'),
    deviations: first(inProtocol, 'deviations'),
    reflexivity: first(map, 'reflexivity'),
  };
  return {
    search: asList(search).flatMap(item => (item.kind === 'map' ? [readSearch(item, first)] : [])),
    ...Object.fromEntries(Object.entries(told).filter(([, each]) => each !== undefined)),
  };
}

function readSearch(item: LocatedMap, first: (of: LocatedMap, key: string) => Told | undefined): SearchEntry {
  const told = searchFields.map(field => [field, first(item, field)] as const);
  return Object.fromEntries(told.filter(([, each]) => each !== undefined));
}

function readQuantifiers(map: LocatedMap | undefined, notes: Notes): Settings['quantifiers'] {
  const read = { ...defaultQuantifiers };
  for (const word of Object.keys(read) as Quantifier[]) {
    const percent = Number((map && notes.told(entry(map, word)?.value)?.value)?.replace(/\s*%$/, '') || Number.NaN);
    if (percent >= 0 && percent <= 100) read[word] = percent;
  }
  return read;
}

function readTable(found: LocatedEntry | undefined, notes: Notes): Settings['table'] {
  const map = found?.value.kind === 'map' ? found.value : undefined;
  const columns = map && entry(map, 'columns')?.value;
  const sort = map ? notes.toldList(entry(map, 'sort')?.value).map(told => told.value) : [];
  const groupBy = map && notes.told(entry(map, 'group-by')?.value);
  const caption = map && notes.told(entry(map, 'caption')?.value)?.value;
  return {
    columns: columns
      ? asList(columns).flatMap(item => readColumn(item, notes))
      : defaultColumns.map(name => ({ name, at: nowhere })),
    sort: sort.length > 0 ? sort : ['study'],
    ...(groupBy && { groupBy }),
    ...(caption && { caption }),
    footnotes: readFootnotes(map && entry(map, 'footnotes')?.value, notes),
    ...(found && { at: notes.place(found.keyAt) }),
  };
}

/** A list of notes, or names of columns with the note to each. */
function readFootnotes(value: Located | undefined, notes: Notes): Settings['table']['footnotes'] {
  if (value?.kind !== 'map') return notes.toldList(value).map(({ value: text }) => ({ text }));
  return value.entries.flatMap(each => {
    const text = notes.told(each.value)?.value;
    return text ? [{ column: { value: kept(each.key), at: notes.place(each.keyAt) }, text }] : [];
  });
}

function readAbbreviations(values: readonly (Located | undefined)[], notes: Notes): Abbreviation[] {
  const read = new Map<string, string>();
  for (const value of values) {
    for (const each of value?.kind === 'map' ? value.entries : []) {
      const meaning = notes.told(each.value)?.value;
      if (meaning && !read.has(each.key)) read.set(kept(each.key), meaning);
    }
  }
  return [...read].map(([name, meaning]) => ({ name, meaning }));
}

/** `country`, or `country: Country of the study` with a label of one's own. */
function readColumn(item: Located, notes: Notes): Column[] {
  const name = notes.told(item);
  if (name) return [{ name: name.value, at: name.at }];
  if (item.kind !== 'map') return [];
  return item.entries.map(each => {
    const label = notes.told(each.value)?.value;
    return { name: kept(each.key), at: notes.place(each.keyAt), ...(label && { label }) };
  });
}

function readSeverities(map: LocatedMap | undefined): Settings['severities'] {
  const severities: Record<string, SeverityName> = Object.create(null) as Record<string, SeverityName>;
  for (const each of entriesOf(map)) {
    // YAML writers of other languages turn `off` into `false`.
    const written = isFilled(each.value) ? each.value.value.toLowerCase().replace(/^(false|no)$/, 'off') : '';
    const severity = severityNames.find(name => name === written);
    if (severity) severities[each.key] = severity;
  }
  return severities;
}
