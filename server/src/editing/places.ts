import type { Chunk, FileKind, Role } from '../syntax/facts.js';
import { readFacts } from '../syntax/read.js';
import { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { foldId } from '../text/words.js';
import type { NamePlace } from './name-place.js';
import { bibliographyWriter, linkedKeys } from './places-bibliography.js';
import { manuscriptExtras, manuscriptWriter, studyTags } from './places-markdown.js';
import { writersOf, yamlExtras } from './places-yaml.js';
import type { YamlSource } from './yaml-source.js';
import { yamlSource } from './yaml-source.js';

/** What is known of a text, and what is asked of it. */
export interface Wanted {
  /** What was read from exactly this text, so that it need not be read again. */
  readonly chunks?: readonly Chunk[] | undefined;
  /** The folded names that are looked for; all of them where this is left out. */
  readonly ids?: ReadonlySet<string>;
}

/** Every place in a file where a name stands, each once, in the order of the text. */
export function placesIn(path: string, kind: FileKind, text: string, { chunks, ids }: Wanted = {}): NamePlace[] {
  const markdown = isMarkdown(path);
  const source = sourceOf(path, kind, text);
  const places = new Map<string, NamePlace>();
  const add = (place: NamePlace): void => {
    if (ids && !ids.has(place.id)) return;
    const key = `${place.kind} ${place.at[0]}`;
    if (!places.has(key)) places.set(key, place);
  };
  const yaml = source && writersOf(source);
  const lines = new Lines(text);
  for (const chunk of chunks ?? readFacts(path, kind, text).chunks) {
    for (const { kind: symbol, id, name, role, at: place } of chunk.uses) {
      if (ids && !ids.has(id)) continue;
      const at = lines.spanOf(place, chunk.line);
      const writer = yaml?.(at[0]) ?? writerAt(path, kind, text, at, role);
      // A study without a key of its own is named by its file: no words stand there.
      if (writer && foldId(writer.name) === id) {
        add({ kind: symbol, id, name, role, at, whole: writer.whole, write: writer.write });
      }
    }
  }
  if (source && yaml) for (const extra of yamlExtras(kind, source, yaml)) add(extra);
  if (kind === 'study' && markdown) for (const tag of studyTags(text)) add(tag);
  if (kind === 'manuscript') for (const extra of manuscriptExtras(text)) add(extra);
  if (kind === 'bibliography') for (const extra of linkedKeys(path, text)) add(extra);
  return [...places.values()].sort((a, b) => a.at[0] - b.at[0]);
}

/** From this length on, in UTF-16 units, reading a source takes long enough to remember it. */
const long = 20_000;

/** The last long sources: what can be renamed, and what a new name makes of it, is asked of the same text again and again. */
const recent: { readonly text: string; readonly kind: FileKind; readonly source: YamlSource | undefined }[] = [];

/** The YAML of a file of the review, where it has any that can be edited. */
export function sourceOf(path: string, kind: FileKind, text: string): YamlSource | undefined {
  if (kind === 'manuscript' || kind === 'bibliography' || kind === 'screening') return undefined;
  if (text.length < long || kind === 'study') return yamlSource(text, kind, kind === 'study' && isMarkdown(path));
  const known = recent.find(each => each.kind === kind && each.text === text);
  if (known) return known.source;
  const source = yamlSource(text, kind, false);
  recent.unshift({ text, kind, source });
  recent.length = Math.min(recent.length, 3);
  return source;
}

export function isMarkdown(path: string): boolean {
  return /\.(md|markdown|qmd)$/i.test(path);
}

function writerAt(path: string, kind: FileKind, text: string, at: Span, role: Role) {
  const name = text.slice(at[0], at[1]);
  if (kind === 'manuscript') return { name, ...manuscriptWriter(text, at, role) };
  if (kind === 'bibliography') return bibliographyWriter(path, text, at);
  // Tags are found by themselves, wherever in a study they stand.
  return undefined;
}
