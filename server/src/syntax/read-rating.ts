import { Lines } from '../text/lines.js';
import type { Place } from '../text/span.js';
import type { Text } from '../text/text.js';
import { foldId } from '../text/words.js';
import { cutYaml, type YamlInfo } from './chunks/cut-yaml.js';
import type { Memory } from './chunks/memory.js';
import { type Format, readByParts } from './chunks/parts.js';
import {
  type Given,
  headChunk,
  type LooseReading,
  looseProblems,
  repeatedNames,
  shareProblems,
} from './chunks/share.js';
import { takeEntries } from './chunks/take-entries.js';
import { knownKeys, validate } from './definitions/validate.js';
import type { Answer, Chunk, FileFacts, Rating, RatingFacts, Reason } from './facts.js';
import { isFilled, kept, Notes } from './notes.js';
import { entriesOf, entry } from './yaml/access.js';
import type { Located, LocatedMap, SyntaxProblem } from './yaml/located.js';
import { readYaml } from './yaml/read.js';

/** Keys of a rating that are not questions of the checklist. */
const notItems = new Set(['because', 'by', 'note', 'notes', 'total', 'overall', 'date', 'judged']);

/** Reads a rater's file, or `consensus.yaml`: study by study, the answers and the reasons for them. */
export function readRaterFile(text: Text, memory?: Memory): FileFacts['chunks'] {
  return readByParts(text, raterFormat, memory);
}

const raterFormat: Format<YamlInfo, LooseReading> = {
  cutter: text => cutYaml(text, 'entries'),
  isLocal: () => true,
  assemble: file => {
    takeEntries(file, readStudies);
    const parts = file.placed();
    const repeated = repeatedNames(file, parts, studyGiven);
    const problems = [...looseProblems(file), ...repeated.filter(problem => !isRepeatedQuestion(problem))];
    return [file.head(headChunk({ kind: 'other' }, problems))].concat(file.chunks());
  },
};

function studyGiven({ facts }: Chunk): Given | undefined {
  if (facts.kind !== 'rating') return undefined;
  const { study, studyAt } = facts.rating;
  return { id: study, name: study, at: studyAt };
}

/** The answers for some studies; `whole` where the file could not be taken apart. */
function readStudies(text: string, whole: boolean): LooseReading {
  const lines = new Lines(text);
  const { root, problems } = readYaml(text, { knownKeys: knownKeys('rater') });
  const chunks = (root?.kind === 'map' ? root.entries : []).map(each => {
    const notes = new Notes(lines, 0, lines.positionAt(each.keyAt[0]).line);
    notes.use('study', 'rates', each.key, each.keyAt);
    const rating = readRating(each.value, '', each.key, notes.place(each.keyAt), notes);
    return [notes, notes.chunk<RatingFacts>({ kind: 'rating', rating })] as const;
  });
  // A question answered twice is told by a rule of its own, in the words of the appraisal.
  const told = [...problems.filter(problem => !isRepeatedQuestion(problem)), ...validate(root, 'rater')];
  const notes = whole ? [] : chunks.map(([each]) => each);
  return { chunks: chunks.map(([, chunk]) => chunk), loose: shareProblems(told, new Notes(lines, 0, 0), notes) };
}

/** Reads one rater's answers for one study: a map from question to answer, or a list of answers in order. */
export function readRating(value: Located, rater: string, study: string, studyAt: Place, notes: Notes): Rating {
  const answers: Answer[] = [];
  const repeated: Answer[] = [];
  const seen = new Set<string>();
  const add = (item: string, itemAt: Place, answer: string, at: Place, because?: string): void => {
    const each: Answer = {
      item: kept(item),
      itemAt,
      answer: kept(answer),
      at,
      ...(because && { because: kept(because) }),
    };
    (seen.has(item) ? repeated : answers).push(each);
    seen.add(item);
  };
  if (value.kind === 'list') {
    value.items.forEach((item, index) => {
      if (isFilled(item)) add(String(index + 1), notes.place(item.at), item.value, notes.place(item.at));
    });
  }
  if (value.kind === 'map') {
    const because = reasonsIn(entry(value, 'because')?.value);
    for (const each of value.entries) {
      if (notItems.has(foldId(each.key))) continue;
      const itemAt = notes.place(each.keyAt);
      notes.uses.push({ kind: 'item', id: foldId(each.key), name: kept(each.key), role: 'names', at: itemAt });
      // A question with nothing after it has not been answered yet; the missing answer is told, not the empty one.
      if (isFilled(each.value))
        add(each.key, itemAt, each.value.value, notes.place(each.value.at), because.get(each.key));
    }
  }
  const reasons: Reason[] = [];
  if (value.kind === 'map') {
    for (const { key, keyAt } of entriesOf(entry(value, 'because')?.value)) {
      notes.uses.push({ kind: 'item', id: foldId(key), name: kept(key), role: 'names', at: notes.place(keyAt) });
    }
    for (const [item, because] of reasonsIn(entry(value, 'because')?.value)) {
      if (!seen.has(item)) reasons.push({ item: kept(item), because: kept(because) });
    }
  }
  const by = value.kind === 'map' ? notes.toldList(entry(value, 'by')?.value).map(told => told.value) : [];
  return { rater, study: kept(study), studyAt, answers, repeated, reasons, by };
}

/** True where the text repeats a key that is the number of a question. */
export function isRepeatedQuestion({ code, data }: Pick<SyntaxProblem, 'code' | 'data'>): boolean {
  return code === 'yaml.duplicate-key' && /^\d+$/.test(String(data.key).trim());
}

function reasonsIn(value: Located | undefined): Map<string, string> {
  const map = new Map<string, string>();
  if (value?.kind !== 'map') return map;
  for (const each of (value as LocatedMap).entries) {
    if (isFilled(each.value) && !map.has(each.key)) map.set(each.key, each.value.value);
  }
  return map;
}
