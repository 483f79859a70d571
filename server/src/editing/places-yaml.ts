import type { FileKind, SymbolKind } from '../syntax/facts.js';
import { asList, child, entriesOf } from '../syntax/yaml/access.js';
import type { Located } from '../syntax/yaml/located.js';
import type { Span } from '../text/span.js';
import { foldId } from '../text/words.js';
import type { NamePlace, Writer } from './name-place.js';
import { filterPlaces } from './places-filters.js';
import { writeScalar } from './yaml-scalars.js';
import { quotesIn, type YamlSource } from './yaml-source.js';

/** A scalar of a file: its text, and how another text is written in its place. */
export interface YamlWriter extends Writer {
  readonly name: string;
}

export type Writers = (offset: number) => YamlWriter | undefined;

/** Finds the scalar or key that begins at an offset of the file. */
export function writersOf({ root, offset }: YamlSource): Writers {
  const found = new Map<number, YamlWriter>();
  const pending: { value: Located; flow: boolean }[] = root ? [{ value: root, flow: false }] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, flow } = next;
    if (value.kind === 'scalar') continue;
    const inside = flow || value.flow;
    const quotes = quotesIn(value);
    const add = (name: string, at: Span, style: Parameters<typeof writeScalar>[1]): void => {
      if (style === 'alias' || style === 'empty' || style === 'literal' || style === 'folded') return;
      const whole: Span = [at[0] + offset, at[1] + offset];
      found.set(whole[0], { name, whole, write: text => writeScalar(text, style, { flow: inside, quotes }) });
    };
    if (value.kind === 'map') for (const each of value.entries) add(each.key, each.keyAt, each.keyStyle);
    for (const inner of value.kind === 'map' ? value.entries.map(each => each.value) : value.items) {
      if (inner.kind === 'scalar') add(inner.value, inner.at, inner.style);
      else pending.push({ value: inner, flow: inside });
    }
  }
  if (root?.kind === 'scalar' && root.style !== 'alias') {
    const whole: Span = [root.at[0] + offset, root.at[1] + offset];
    const { style } = root;
    found.set(whole[0], { name: root.value, whole, write: text => writeScalar(text, style, { flow: false }) });
  }
  return at => found.get(at);
}

/** Names that facts do not tell of: works that a study names, people who judged, orders of reading, filters. */
export function yamlExtras(kind: FileKind, source: YamlSource, writers: Writers): NamePlace[] {
  const { root } = source;
  const named = (symbol: SymbolKind, value: Located | undefined): NamePlace[] =>
    asList(value).flatMap(item => {
      const writer = item.kind === 'scalar' ? writers(item.at[0] + source.offset) : undefined;
      if (!writer) return [];
      const { name, whole, write } = writer;
      return [{ kind: symbol, id: foldId(name), name, role: 'mentions' as const, at: whole, whole, write }];
    });
  const people = (value: Located | undefined): NamePlace[] => named('rater', child(value, 'by'));
  const inside = (value: Located | undefined): readonly Located[] => entriesOf(value).map(each => each.value);
  switch (kind) {
    case 'review':
      return [
        ...named('rater', child(child(root, 'appraisal'), 'arbiter')),
        ...asList(child(root, 'eligibility')).flatMap(each => inFilter(source, child(each, 'filter'))),
      ];
    case 'study':
      return [
        ...['reports', 'synthesises'].flatMap(key => named('work', child(root, key))),
        ...named('study', child(root, 'parent')),
        ...['casp', 'jbi', 'appraisal'].flatMap(key => inside(child(root, key)).flatMap(people)),
      ];
    case 'rater':
      return inside(root).flatMap(people);
    case 'translation':
      return [
        ...named('study', child(root, 'reading-order')),
        ...named('study', child(child(root, 'reading-order'), 'index')),
      ];
    case 'confidence':
      return inside(root).flatMap(each => [
        ...people(each),
        ...people(child(each, 'confidence')),
        ...people(child(each, 'conqual')),
      ]);
    default:
      return [];
  }
}

function inFilter(source: YamlSource, value: Located | undefined): NamePlace[] {
  if (value?.kind !== 'scalar' || value.style === 'alias') return [];
  return filterPlaces(source.yaml.slice(value.at[0], value.at[1]), value.at[0] + source.offset);
}
