import { Lines } from '../text/lines.js';
import type { Text } from '../text/text.js';
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
import { knownKeys, type Part, validate } from './definitions/validate.js';
import type { Chunk, FileFacts, OtherFacts } from './facts.js';
import { Notes } from './notes.js';
import { asList, entry } from './yaml/access.js';
import type { Located, LocatedMap } from './yaml/located.js';
import { readYaml } from './yaml/read.js';

/** Reads a coder's file: for each study the themes that this coder gave it. */
export function readCoding(text: Text, memory?: Memory): FileFacts['chunks'] {
  return readByParts(text, codingFormat, memory);
}

const codingFormat: Format<YamlInfo, LooseReading> = {
  cutter: text => cutYaml(text, 'entries'),
  isLocal: () => true,
  assemble: file => {
    takeEntries(file, readCodes);
    const parts = file.placed();
    const problems = [...looseProblems(file), ...repeatedNames(file, parts, studyGiven)];
    return [file.head(headChunk({ kind: 'other' }, problems))].concat(file.chunks());
  },
};

/** The study that a coder's themes are for is the first name in its chunk. */
function studyGiven({ uses: [study] }: Chunk): Given | undefined {
  return study && { id: study.name, name: study.name, at: study.at };
}

/** The themes of some studies; `whole` where the file could not be taken apart. */
function readCodes(text: string, whole: boolean): LooseReading {
  const lines = new Lines(text);
  const { root, problems } = readYaml(text, { knownKeys: knownKeys('coding') });
  const chunks = (root?.kind === 'map' ? root.entries : []).map(each => {
    const notes = new Notes(lines, 0, lines.positionAt(each.keyAt[0]).line);
    notes.use('study', 'rates', each.key, each.keyAt);
    themeNames(each.value, notes);
    return [notes, notes.chunk<OtherFacts>({ kind: 'other' })] as const;
  });
  const told = [...problems, ...validate(root, 'coding')];
  const notes = whole ? [] : chunks.map(([each]) => each);
  return { chunks: chunks.map(([, chunk]) => chunk), loose: shareProblems(told, new Notes(lines, 0, 0), notes) };
}

/** Reads the translation of studies into one another: the names in its cells. */
export function readTranslation(text: string): Chunk {
  return readNames(text, 'translation', (root, notes) => {
    const cells = entry(root, 'cells')?.value;
    for (const cell of cells ? asList(cells) : []) {
      if (cell.kind !== 'map') continue;
      notes.names('construct', 'names', entry(cell, 'construct')?.value);
      notes.names('study', 'rates', entry(cell, 'study')?.value);
      themeNames(entry(cell, 'themes')?.value, notes);
    }
  });
}

/** Reads the judgements of confidence: the findings that they judge. */
export function readConfidence(text: string): Chunk {
  return readNames(text, 'confidence', (root, notes) => {
    for (const each of root.entries) {
      const told = each.value.kind === 'map' && entry(each.value, 'finding') !== undefined;
      notes.use('finding', told ? 'defines' : 'names', each.key, each.keyAt);
      if (each.value.kind === 'map') notes.names('study', 'rates', entry(each.value, 'studies')?.value);
    }
  });
}

function readNames(text: string, part: Part, read: (root: LocatedMap, notes: Notes) => void): Chunk {
  const notes = new Notes(new Lines(text), 0, 0);
  const { root, problems } = readYaml(text, { knownKeys: knownKeys(part) });
  notes.take(problems);
  notes.take(validate(root, part));
  if (root?.kind === 'map') read(root, notes);
  return notes.chunk({ kind: 'other' });
}

/** Themes with or without a wording: `[a, b]`, or `- a: wording`. */
function themeNames(value: Located | undefined, notes: Notes): void {
  for (const item of value ? asList(value) : []) {
    if (item.kind === 'map') {
      for (const each of item.entries) notes.use('theme', 'codes', each.key, each.keyAt);
    } else {
      notes.names('theme', 'codes', item);
    }
  }
}
