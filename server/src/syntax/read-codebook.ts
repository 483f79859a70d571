import { Lines } from '../text/lines.js';
import type { Place } from '../text/span.js';
import type { Text } from '../text/text.js';
import { foldId } from '../text/words.js';
import { cutYaml, isOdd, keyAbove, type YamlInfo } from './chunks/cut-yaml.js';
import type { Memory, Part } from './chunks/memory.js';
import { type Format, readByParts } from './chunks/parts.js';
import {
  type Given,
  headChunk,
  type LooseReading,
  looseProblems,
  repeatedNames,
  shareProblems,
} from './chunks/share.js';
import { knownKeys, validate } from './definitions/validate.js';
import type {
  ArgumentFacts,
  Chunk,
  ChunkFacts,
  CodebookFacts,
  ConstructFacts,
  FileFacts,
  ThemeFacts,
} from './facts.js';
import { isFilled, kept, Notes } from './notes.js';
import { entry } from './yaml/access.js';
import type { Located, LocatedEntry, LocatedMap } from './yaml/located.js';
import { readYaml } from './yaml/read.js';

/** The keys whose entries are read one by one. The line of argument is short, and its sentences are counted: it is read whole. */
const layout = { below: new Set(['themes', 'constructs']) };

/** What a part of a codebook says: some entries, or what stands at the left margin. */
interface CodebookReading extends LooseReading {
  /** Where the keys stand, with lines from the part's first line. */
  readonly themesAt?: Place;
  readonly constructsAt?: Place;
}

/** Reads the codebook: themes, constructs and the line of argument, each entry a chunk of its own. */
export function readCodebook(text: Text, memory?: Memory): FileFacts['chunks'] {
  return readByParts(text, codebookFormat, memory);
}

const codebookFormat: Format<YamlInfo, CodebookReading> = {
  cutter: text => cutYaml(text, layout),
  isLocal: () => true,
  assemble: file => {
    const { segments } = file;
    if (segments.length > 0 && isOdd(segments)) file.take(segments.length, 'whole', readWhole);
    else file.takeEach(keyAbove, (text, above) => readSegment(text, above as string | undefined));
    const parts = file.placed();
    const chunks = file.chunks();
    const of = (kind: ChunkFacts['kind']): Chunk[] => chunks.filter(chunk => chunk.facts.kind === kind);
    const problems = [...looseProblems(file), ...repeatedNames(file, parts, nameGiven)];
    return [file.head(headChunk(headOf(parts), problems)), ...of('theme'), ...of('construct'), ...of('argument')];
  },
};

function readSegment(text: string, above: string | undefined): CodebookReading {
  return above === 'themes' || above === 'constructs' ? readEntries(text, above) : readMargin(text);
}

function nameGiven({ facts }: Chunk): Given | undefined {
  if (facts.kind !== 'theme' && facts.kind !== 'construct') return undefined;
  return { id: `${facts.kind} ${facts.name}`, name: facts.name, at: facts.at };
}

function headOf(parts: readonly Part<CodebookReading>[]): CodebookFacts {
  const place = (key: 'themesAt' | 'constructsAt'): Place | undefined => {
    const part = parts.find(each => each.reading[key]);
    const at = part?.reading[key];
    return at && { ...at, line: at.line + part.line, endLine: at.endLine + part.line };
  };
  const themesAt = place('themesAt');
  const constructsAt = place('constructsAt');
  return { kind: 'codebook', ...(themesAt && { themesAt }), ...(constructsAt && { constructsAt }) };
}

/** Some entries of `themes:` or `constructs:`, without that key above them. */
function readEntries(text: string, above: 'themes' | 'constructs'): CodebookReading {
  const { root, problems } = readYaml(text, { knownKeys: knownKeys('codebook') });
  const lines = new Lines(text);
  const chunks = namedChunks(root, above, lines);
  const found = [...problems, ...validate(root && below(above, root), 'codebook')];
  const loose = shareProblems(
    found,
    new Notes(lines, 0, 0),
    chunks.map(([notes]) => notes),
  );
  return { chunks: chunks.map(([, chunk]) => chunk), loose };
}

/** The value as if the key stood above it, for the definition to see what it belongs to. */
function below(key: string, value: Located): Located {
  const at = [value.at[0], value.at[0]] as const;
  const only: LocatedEntry = { key, keyAt: at, keyStyle: 'plain', value, whole: value.at, indent: 0 };
  return { kind: 'map', at: value.at, flow: false, entries: [only] };
}

/** What stands at the left margin, with all that is set in below it. */
function readMargin(text: string): CodebookReading {
  return readKeys(text, shareProblems);
}

/** A file that cannot be taken apart: what is the matter with it concerns all of it. */
function readWhole(text: string): CodebookReading {
  return readKeys(text, (problems, file) => shareProblems(problems, file, []));
}

function readKeys(text: string, share: typeof shareProblems): CodebookReading {
  const lines = new Lines(text);
  const { root, problems } = readYaml(text, { knownKeys: knownKeys('codebook') });
  const part = new Notes(lines, 0, 0);
  const map = root?.kind === 'map' ? root : undefined;
  const themes = map && entry(map, 'themes');
  const constructs = map && entry(map, 'constructs');
  const argument = valueIn(map, 'argument');
  const chunks = [
    ...namedChunks(themes?.value, 'themes', lines),
    ...namedChunks(constructs?.value, 'constructs', lines),
    ...(argument?.kind === 'list' ? argument.items : []).map(item => {
      const notes = new Notes(lines, 0, lines.positionAt(item.at[0]).line);
      return [notes, step(item, notes)] as const;
    }),
  ];
  const loose = share(
    [...problems, ...validate(root, 'codebook')],
    part,
    chunks.map(([notes]) => notes),
  );
  return {
    chunks: chunks.map(([, chunk]) => chunk),
    loose,
    ...(themes && { themesAt: part.place(themes.keyAt) }),
    ...(constructs && { constructsAt: part.place(constructs.keyAt) }),
  };
}

function namedChunks(
  value: Located | undefined,
  above: 'themes' | 'constructs',
  lines: Lines,
): (readonly [Notes, Chunk])[] {
  return entriesOf(value).map(each => {
    const notes = new Notes(lines, 0, lines.positionAt(each.keyAt[0]).line);
    return [notes, above === 'themes' ? theme(each, notes) : construct(each, notes)] as const;
  });
}

function entriesOf(value: Located | undefined): readonly LocatedEntry[] {
  return value?.kind === 'map' ? value.entries : [];
}

function mapOf(value: Located): LocatedMap | undefined {
  return value.kind === 'map' ? value : undefined;
}

function valueIn(map: LocatedMap | undefined, key: string): Located | undefined {
  return map && entry(map, key)?.value;
}

/** What themes and constructs share. A scalar instead of a map is taken for the label: `boundaries: Boundaries`. */
function named(each: LocatedEntry, kind: 'theme' | 'construct', notes: Notes) {
  notes.use(kind, 'defines', each.key, each.keyAt);
  const map = mapOf(each.value);
  const label = notes.told(valueIn(map, 'label')) ?? notes.told(each.value);
  const definition = notes.told(valueIn(map, 'definition'));
  return {
    id: foldId(each.key),
    name: kept(each.key),
    at: notes.place(each.keyAt),
    ...(label && { label }),
    ...(definition && { definition }),
    aliases: notes.names(kind, 'alias', valueIn(map, 'aliases')),
  };
}

function theme(each: LocatedEntry, notes: Notes): Chunk<ThemeFacts> {
  const common = named(each, 'theme', notes);
  const constructs = notes.names('construct', 'maps-to', valueIn(mapOf(each.value), 'construct'));
  return notes.chunk({ kind: 'theme', ...common, constructs });
}

function construct(each: LocatedEntry, notes: Notes): Chunk<ConstructFacts> {
  const common = named(each, 'construct', notes);
  const map = mapOf(each.value);
  const order = Number(notes.told(valueIn(map, 'order'))?.value);
  const targets = valueIn(map, 'leads-to');
  const leadsTo =
    targets?.kind === 'map'
      ? targets.entries.map(target => {
          notes.use('construct', 'leads-to', target.key, target.keyAt);
          const how = isFilled(target.value) ? kept(target.value.value) : '';
          return { to: { value: kept(target.key), at: notes.place(target.keyAt) }, how };
        })
      : notes.names('construct', 'leads-to', targets).map(to => ({ to, how: '' }));
  return notes.chunk({
    kind: 'construct',
    ...common,
    ...(Number.isInteger(order) && order > 0 && { order }),
    leadsTo,
  });
}

function step(item: Located, notes: Notes): Chunk<ArgumentFacts> {
  const map = mapOf(item);
  const says = notes.told(valueIn(map, 'says')) ?? notes.told(item);
  return notes.chunk({
    kind: 'argument',
    says: says?.value ?? '',
    at: says?.at ?? notes.place(item.at),
    restsOn: notes.names('construct', 'rests-on', valueIn(map, 'rests-on')),
    answers: notes.names('finding', 'answers', valueIn(map, 'answers')),
  });
}
