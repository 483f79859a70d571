import type { Path } from '../syntax/yaml/access.js';
import type { Located } from '../syntax/yaml/located.js';
import { foldId } from '../text/words.js';
import type { Piece } from './pieces.js';
import { blockRemoval } from './yaml-blocks.js';
import { flowRemoval } from './yaml-flow-edits.js';
import { writeScalar } from './yaml-scalars.js';
import { lineStart, quotesIn, rowAt, type Target, targetAt, type YamlSource } from './yaml-source.js';
import { isMap, type Tree, treeOf } from './yaml-tree.js';

/** What becomes of a theme where it is listed: it goes over into another. */
export interface Moving {
  /** The folded names that mean the theme. */
  readonly from: ReadonlySet<string>;
  /** The other theme as the codebook spells it. */
  readonly to: string;
  /** The folded names that mean the other theme; none of them is among `from`. */
  readonly into: ReadonlySet<string>;
  /** What the two are called, where a list keeps the wording that a study's authors have for a theme. */
  readonly labels?: { readonly from: string | undefined; readonly to: string };
}

/** A list of themes with one entry moved: how the text changes, and what it says then. */
export interface MovedList {
  readonly path: Path;
  readonly pieces: readonly Piece[];
  readonly tree: Tree;
  /** The wording that the entry has now. */
  readonly wording: string;
}

interface Carried {
  readonly name: string;
  /** The place of the item in the list; 0 for a theme that stands alone. */
  readonly index: number;
  /** The key, for one with a wording. */
  readonly key?: string;
  /** True where nothing else stands in the same item. */
  readonly alone: boolean;
  readonly wordings: readonly string[];
}

const between = '; ';

/**
 * Moves one theme of the list at a path. A theme that the list has under both names is one entry afterwards, in the place
 * of the one that was there under the new name, with the wordings of both. Undefined when there is none to move;
 * `stuck` when it is written in a way that cannot be moved without losing a note. With several to move, this is done
 * again until there are none.
 */
export function moveIn(source: YamlSource, path: Path, moving: Moving): MovedList | 'stuck' | undefined {
  const target = source.root && targetAt(source.root, path);
  if (!target) return undefined;
  const carried = carriedIn(target.value);
  const froms = carried.filter(each => moving.from.has(foldId(each.name)));
  if (froms.length === 0) return undefined;
  const stays = carried.find(each => moving.into.has(foldId(each.name)));
  const kept = stays ?? froms[0]!;
  const dropped = stays ? froms[0] : froms[1];
  const wording = combined(moving, dropped ? [kept, dropped] : [kept]);
  const name = kept === stays ? kept.name : moving.to;
  const parts = [
    rewritten(source, target, kept, name, wording),
    dropped ? without(source, target, dropped) : { pieces: [] },
  ];
  if (parts.includes(undefined)) return 'stuck';
  const tree = changedTree(treeOf(target.value), target.value, kept, name, wording, dropped);
  return { path, pieces: parts.flatMap(part => part?.pieces ?? []), tree, wording };
}

function carriedIn(value: Located): Carried[] {
  if (value.kind === 'map') return ofMap(value, 0, false);
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap((item, index): Carried[] => {
    if (item.kind === 'scalar') return [{ name: item.value, index, alone: true, wordings: [] }];
    return item.kind === 'map' ? ofMap(item, index, item.entries.length === 1) : [];
  });
}

function ofMap(map: Extract<Located, { kind: 'map' }>, index: number, alone: boolean): Carried[] {
  return map.entries.map(({ key, value }) => {
    const scalars = value.kind === 'list' ? value.items : [value];
    const wordings = scalars.flatMap(each => (each.kind === 'scalar' && each.value.trim() !== '' ? [each.value] : []));
    return { name: key, index, key, alone, wordings };
  });
}

/** The wordings of all, each once. What a study calls as the theme is called needs no wording. */
function combined({ from, labels }: Moving, carried: readonly Carried[]): string {
  const words: string[] = [];
  for (const { name, wordings } of carried) {
    const label = from.has(foldId(name)) ? labels?.from : labels?.to;
    for (const word of wordings.length > 0 ? wordings : label === undefined ? [] : [label]) {
      const known = words.flatMap(each => [each, ...each.split(between)]).map(foldId);
      if (!known.includes(foldId(word))) words.push(word);
    }
  }
  const all = words.join(between);
  return all === labels?.to ? '' : all;
}

interface Part {
  readonly pieces: readonly Piece[];
}

/** The entry that stays, with its name and wording as they are from now on. */
function rewritten(source: YamlSource, target: Target, kept: Carried, name: string, wording: string): Part | undefined {
  const { value } = target;
  const item = value.kind === 'list' ? value.items[kept.index] : value;
  if (!item || isAlias(item)) return undefined;
  const flow = target.flow || (value.kind === 'list' && value.flow);
  const quotes = value.kind === 'scalar' ? undefined : quotesIn(value);
  const plain = (text: string, inside: boolean): string => writeScalar(text, 'plain', { flow: inside, quotes });
  if (item.kind === 'scalar') {
    if (item.style === 'literal' || item.style === 'folded') return undefined;
    const text = kept.name === name ? source.yaml.slice(...item.at) : writeScalar(name, item.style, { flow, quotes });
    if (wording === '') return piecesOf(source, item.at, text);
    const block = value.kind === 'list' && !flow;
    return piecesOf(
      source,
      item.at,
      block ? `${text}: ${plain(wording, false)}` : `{${text}: ${plain(wording, true)}}`,
    );
  }
  if (item.kind !== 'map') return undefined;
  const entry = item.entries.find(each => each.key === kept.key);
  if (!entry || entry.keyStyle === 'alias' || isAlias(entry.value)) return undefined;
  const inside = flow || item.flow;
  const key =
    kept.name === name
      ? source.yaml.slice(...entry.keyAt)
      : writeScalar(name, entry.keyStyle, { flow: inside, quotes });
  const unchanged = kept.wordings.join(between) === wording;
  if (wording === '' && kept.alone && value.kind === 'list') {
    const from = inside && item.at[0] < entry.keyAt[0] ? item.at[0] : entry.keyAt[0];
    const to = inside && item.at[1] > entry.value.at[1] ? item.at[1] : Math.max(entry.value.at[1], entry.keyAt[1]);
    return hasNote(source.yaml.slice(from, to)) ? undefined : piecesOf(source, [from, to], key);
  }
  const renamed = piecesOf(source, entry.keyAt, key).pieces;
  if (unchanged || wording === '') return { pieces: renamed };
  if (entry.value.kind !== 'scalar') return undefined;
  const { at, style } = entry.value;
  if (style === 'literal' || style === 'folded') return undefined;
  const text = style === 'empty' ? ` ${plain(wording, inside)}` : writeScalar(wording, style, { flow: inside, quotes });
  return { pieces: [...renamed, ...piecesOf(source, at, text).pieces] };
}

/** The list without an entry. What is noted beside it stays, on a line of its own. */
function without(source: YamlSource, target: Target, dropped: Carried): Part | undefined {
  const { value } = target;
  if (value.kind === 'scalar') return undefined;
  const parent = dropped.alone || value.kind === 'map' ? value : value.items[dropped.index];
  if (parent?.kind !== 'map' && parent?.kind !== 'list') return undefined;
  const index = parent.kind === 'map' ? parent.entries.findIndex(each => each.key === dropped.key) : dropped.index;
  if (target.flow || value.flow || parent.flow) return quietly(source, flowRemoval(source, parent, index));
  const item = parent.kind === 'list' ? parent.items[index] : parent.entries[index]?.value;
  const first = item && rowAt(source, item.kind === 'map' ? (item.entries[0]?.keyAt[0] ?? item.at[0]) : item.at[0]);
  if (!item || !first) return undefined;
  const end = lastOf(item);
  const last = rowAt(source, end);
  const comment = /^[ \t]*(#.*)$/.exec(source.yaml.slice(end, last.end))?.[1];
  const after = lineStart(source, last.line + 1);
  if (parent.kind === 'list' && comment !== undefined && first.line === last.line) {
    return { pieces: [{ span: [first.content, end + source.yaml.slice(end).indexOf('#')], text: '' }] };
  }
  const own = /^[ \t]*-/.test(source.yaml.slice(first.start, last.end)) && first.line === last.line;
  if (parent.kind === 'list' && own && after > first.start && after < source.yaml.length) {
    // Its line alone: comments above and below it stay.
    return { pieces: [{ span: [first.start, after], text: '' }] };
  }
  return quietly(source, blockRemoval(source, parent, index));
}

/** The pieces, unless they take a comment with them. */
function quietly(source: YamlSource, pieces: readonly Piece[]): Part | undefined {
  return pieces.some(({ span }) => hasNote(source.yaml.slice(...span))) ? undefined : { pieces };
}

/** True for a stretch with a comment in it; a number sign inside quotation marks begins none. */
function hasNote(yaml: string): boolean {
  return /(?:^|\s)#/.test(yaml.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '""'));
}

function lastOf(value: Located): number {
  if (value.kind === 'map' && !value.flow) {
    const last = value.entries.at(-1);
    return last ? Math.max(last.keyAt[1], last.value.at[1]) : value.at[1];
  }
  return value.at[1];
}

function piecesOf(source: YamlSource, span: Piece['span'], text: string): Part {
  return { pieces: source.yaml.slice(...span) === text ? [] : [{ span, text }] };
}

function isAlias(value: Located): boolean {
  return value.kind === 'scalar' && value.style === 'alias';
}

/** What the list says once it is changed. */
function changedTree(
  tree: Tree,
  value: Located,
  kept: Carried,
  name: string,
  wording: string,
  dropped?: Carried,
): Tree {
  const entry = ([key, inner]: readonly [string, Tree]): (readonly [string, Tree])[] => {
    if (key === kept.key) {
      const same = kept.wordings.join(between) === wording || wording === '';
      return [[name, same ? inner : wording]];
    }
    return key === dropped?.key ? [] : [[key, inner]];
  };
  if (value.kind === 'map') return isMap(tree) ? { entries: tree.entries.flatMap(entry) } : tree;
  const items: readonly Tree[] = value.kind === 'list' && Array.isArray(tree) ? (tree as readonly Tree[]) : [tree];
  const changed = items.flatMap((item, index): Tree[] => {
    const isKept = index === kept.index;
    const isDropped = index === dropped?.index;
    if (isDropped && dropped?.alone) return [];
    if (!isKept && !isDropped) return [item];
    if (!isMap(item)) return [wording === '' ? name : { entries: [[name, wording]] }];
    if (isKept && kept.alone && wording === '') return [name];
    const entries = item.entries.flatMap(each =>
      (isKept && each[0] === kept.key) || (isDropped && each[0] === dropped?.key) ? entry(each) : [each],
    );
    return entries.length === 0 ? [] : [{ entries }];
  });
  return value.kind === 'list' ? changed : (changed[0] ?? '');
}
