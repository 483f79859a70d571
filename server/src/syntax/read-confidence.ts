import { Lines } from '../text/lines.js';
import type { Text } from '../text/text.js';
import { cutYaml, type YamlInfo } from './chunks/cut-yaml.js';
import type { Memory } from './chunks/memory.js';
import { type Format, readByParts } from './chunks/parts.js';
import { headChunk, type LooseReading, looseProblems, repeatedNames, shareProblems } from './chunks/share.js';
import { takeEntries } from './chunks/take-entries.js';
import { concerns, levels } from './definitions/confidence.js';
import { knownKeys, validate } from './definitions/validate.js';
import type { Chunk, Component, ComponentName, FileFacts, JudgementFacts, Overall, Told } from './facts.js';
import { kept, Notes } from './notes.js';
import { entry } from './yaml/access.js';
import type { Located, LocatedEntry, LocatedMap, SyntaxProblem } from './yaml/located.js';
import { readYaml } from './yaml/read.js';

/** The components of CERQual, in the order in which its papers have them. */
export const componentNames: readonly ComponentName[] = [
  'methodological-limitations',
  'coherence',
  'adequacy',
  'relevance',
];

/** Words by which reviews keep points, which CERQual has none of. */
const pointWords = /^(?:points?|scores?|sum|total|rating)$/i;

/** Reads the judgements of confidence, a chunk for each finding. */
export function readConfidence(text: Text, memory?: Memory): FileFacts['chunks'] {
  return readByParts(text, confidenceFormat, memory);
}

const confidenceFormat: Format<YamlInfo, LooseReading> = {
  cutter: text => cutYaml(text, 'entries'),
  isLocal: () => true,
  assemble: file => {
    takeEntries(file, readJudgements);
    const parts = file.placed();
    const problems = [...looseProblems(file), ...repeatedNames(file, parts, findingGiven)];
    return [file.head(headChunk({ kind: 'other' }, problems))].concat(file.chunks());
  },
};

function findingGiven({ facts }: Chunk) {
  return facts.kind === 'judgement' ? { id: facts.name, name: facts.name, at: facts.at } : undefined;
}

/** The judgements of some findings; `whole` where the file could not be taken apart. */
function readJudgements(text: string, whole: boolean): LooseReading {
  const lines = new Lines(text);
  const { root, problems } = readYaml(text, { knownKeys: knownKeys('confidence') });
  const chunks = (root?.kind === 'map' ? root.entries : []).map(each => {
    const notes = new Notes(lines, 0, lines.positionAt(each.keyAt[0]).line);
    return [notes, notes.chunk<JudgementFacts>(readJudgement(each, notes))] as const;
  });
  // Points are told by a rule of their own, in the words of CERQual.
  const isPoint = ({ code, data }: SyntaxProblem): boolean =>
    code === 'field.unknown' && pointWords.test(String(data.field).trim());
  const told = [...problems, ...validate(root, 'confidence').filter(problem => !isPoint(problem))];
  const notes = whole ? [] : chunks.map(([each]) => each);
  return { chunks: chunks.map(([, chunk]) => chunk), loose: shareProblems(told, new Notes(lines, 0, 0), notes) };
}

function readJudgement({ key, keyAt, value }: LocatedEntry, notes: Notes): JudgementFacts {
  const map: LocatedMap | undefined = value.kind === 'map' ? value : undefined;
  const of = (name: string): Located | undefined => map && entry(map, name)?.value;
  const finding = notes.told(of('finding'));
  const { id, name, at } = notes.use('finding', map && entry(map, 'finding') ? 'defines' : 'names', key, keyAt);
  const studies = notes.names('study', 'rates', of('studies'));
  const confidence = of('confidence');
  const conqual = of('conqual');
  const note = notes.told(of('note'))?.value;
  return {
    kind: 'judgement',
    id,
    name,
    at,
    ...(finding && { finding }),
    studies,
    components: componentNames.flatMap(component => (map ? readComponent(map, component, notes) : [])),
    ...(confidence && { confidence: { ...readOverall(confidence, notes), ...readLevel(confidence, notes) } }),
    ...(conqual?.kind === 'map' && { conqual: { ...readOverall(conqual, notes), ...readLevelsDown(conqual, notes) } }),
    ...(note !== undefined && { note: kept(note) }),
    points: pointsIn(map, notes),
  };
}

function readComponent(map: LocatedMap, name: ComponentName, notes: Notes): Component[] {
  const found = entry(map, name);
  if (!found) return [];
  const { value } = found;
  const told = notes.told(value.kind === 'map' ? entry(value, 'concern')?.value : value);
  const because = value.kind === 'map' ? notes.told(entry(value, 'because')?.value)?.value : undefined;
  return [
    {
      name,
      nameAt: notes.place(found.keyAt),
      ...(told && { told }),
      concern: wordOf(told, concerns),
      ...(because !== undefined && { because: kept(because) }),
    },
  ];
}

function readOverall(value: Located, notes: Notes): Overall {
  const of = (name: string): Told | undefined =>
    value.kind === 'map' ? notes.told(entry(value, name)?.value) : undefined;
  const because = of('because')?.value;
  const judged = of('judged')?.value;
  const fingerprint = of('of');
  return {
    at: notes.place(value.at),
    ...(because !== undefined && { because: kept(because) }),
    by: value.kind === 'map' ? notes.toldList(entry(value, 'by')?.value).map(told => told.value) : [],
    ...(judged !== undefined && { judged: kept(judged) }),
    ...(fingerprint && { of: fingerprint }),
  };
}

function readLevel(value: Located, notes: Notes) {
  const told = notes.told(value.kind === 'map' ? entry(value, 'level')?.value : value);
  return { level: wordOf(told, levels), levelAt: told?.at ?? notes.place(value.at) };
}

function readLevelsDown(map: LocatedMap, notes: Notes) {
  const number = (name: string): number | undefined => {
    const text = notes.told(entry(map, name)?.value)?.value.trim();
    return text !== undefined && /^[-−]?\d$/.test(text) ? Number(text.replace('−', '-')) : undefined;
  };
  const research = notes.told(entry(map, 'research')?.value)?.value;
  return {
    research: research === 'text-and-opinion' ? ('text-and-opinion' as const) : ('qualitative' as const),
    dependability: number('dependability'),
    credibility: number('credibility'),
  };
}

/** Fields that give points: of the finding, of a component or of the whole. */
function pointsIn(map: LocatedMap | undefined, notes: Notes): Told[] {
  if (!map) return [];
  const maps = [
    map,
    ...map.entries.flatMap(({ key, value }) => (key !== 'conqual' && value.kind === 'map' ? [value] : [])),
  ];
  return maps.flatMap(each =>
    each.entries
      .filter(({ key }) => pointWords.test(key))
      .map(({ key, keyAt }) => ({ value: kept(key), at: notes.place(keyAt) })),
  );
}

/** A word of a list, whatever its case, with hyphens or spaces. */
function wordOf<W extends string>(told: Told | undefined, words: readonly W[]): W | undefined {
  const folded = told?.value
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return words.find(each => each === folded);
}
