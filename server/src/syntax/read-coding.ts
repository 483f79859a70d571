import { Lines } from '../text/lines.js';
import type { Text } from '../text/text.js';
import { cutYaml, type YamlInfo } from './chunks/cut-yaml.js';
import type { Memory } from './chunks/memory.js';
import { type Format, readByParts } from './chunks/parts.js';
import { headChunk, type LooseReading, looseProblems, repeatedNames, shareProblems } from './chunks/share.js';
import { takeEntries } from './chunks/take-entries.js';
import { knownKeys, validate } from './definitions/validate.js';
import type { Chunk, CodedFacts, FileFacts } from './facts.js';
import { kept, Notes } from './notes.js';
import { themeNames } from './theme-names.js';
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

function studyGiven({ facts }: Chunk) {
  return facts.kind === 'coded' ? { id: facts.study, name: facts.study, at: facts.at } : undefined;
}

/** The themes of some studies; `whole` where the file could not be taken apart. */
function readCodes(text: string, whole: boolean): LooseReading {
  const lines = new Lines(text);
  const { root, problems } = readYaml(text, { knownKeys: knownKeys('coding') });
  const chunks = (root?.kind === 'map' ? root.entries : []).map(each => {
    const notes = new Notes(lines, 0, lines.positionAt(each.keyAt[0]).line);
    const { at } = notes.use('study', 'rates', each.key, each.keyAt);
    const themes = [...new Set(themeNames(each.value, notes).map(({ id }) => id))];
    return [notes, notes.chunk<CodedFacts>({ kind: 'coded', study: kept(each.key), at, themes })] as const;
  });
  const told = [...problems, ...validate(root, 'coding')];
  const notes = whole ? [] : chunks.map(([each]) => each);
  return { chunks: chunks.map(([, chunk]) => chunk), loose: shareProblems(told, new Notes(lines, 0, 0), notes) };
}
