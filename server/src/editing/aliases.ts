import type { Path } from '../syntax/yaml/access.js';
import { foldId } from '../text/words.js';
import { done, type Outcome, type Piece } from './pieces.js';
import { addEntry, addItem, remove, setValue, tried } from './yaml-edits.js';
import { writeScalar } from './yaml-scalars.js';
import { marginBefore, stepOf, targetAt, type YamlSource } from './yaml-source.js';
import { changedAt, treeOf } from './yaml-tree.js';

/**
 * Former names in the codebook. What `leaveAlias` adds `dropAlias` takes away, to the letter: where an entry is turned
 * into a longer form to have room for a former name, the order in which things stand there tells that it was so.
 */

/** Gives the entry at a path (`themes › giving-back`) a former name. */
export function leaveAlias(source: YamlSource, path: Path, alias: string): Outcome<readonly Piece[]> {
  const target = source.root && targetAt(source.root, path);
  const value = target?.value;
  if (value?.kind === 'scalar' && value.style !== 'empty') return besideLabel(source, path, alias);
  if (value?.kind !== 'map') return addEntry(source, path, 'aliases', { list: [alias], flow: true });
  const has = (key: string): boolean => value.entries.some(each => each.key === key);
  const aliases = value.entries.find(each => each.key === 'aliases')?.value;
  const own = [...path, 'aliases'];
  if (!aliases) {
    const after = has('definition') ? 'definition' : has('label') ? 'label' : undefined;
    const where = after === undefined ? 'end' : { after };
    return addEntry(source, path, 'aliases', { list: [alias], flow: true }, where);
  }
  if (aliases.kind === 'scalar' && aliases.style === 'empty') return setValue(source, own, alias);
  if (aliases.kind === 'scalar') {
    const name = writeScalar(alias, 'plain', { flow: true });
    const pieces: Piece[] = [
      { span: [aliases.at[0], aliases.at[0]], text: `[${name}, ` },
      { span: [aliases.at[1], aliases.at[1]], text: ']' },
    ];
    return tried(source, pieces, tree => changedAt(tree, own, inner => [alias, inner]));
  }
  return addItem(source, own, alias);
}

/** Takes a former name from the entry at a path; changes nothing where it has none such. */
export function dropAlias(source: YamlSource, path: Path, alias: string): Outcome<readonly Piece[]> {
  const target = source.root && targetAt(source.root, path);
  const entry = target?.value;
  if (entry?.kind !== 'map') return done([]);
  const own = [...path, 'aliases'];
  const aliases = entry.entries.find(each => each.key === 'aliases')?.value;
  const isIt = (name: string): boolean => foldId(name) === foldId(alias);
  if (aliases?.kind === 'scalar') {
    if (!isIt(aliases.value)) return done([]);
    const start = aliases.at[0] - (source.yaml[aliases.at[0] - 1] === ' ' ? 1 : 0);
    return tried(source, [{ span: [start, aliases.at[1]], text: '' }], tree => changedAt(tree, own, () => ''));
  }
  if (aliases?.kind !== 'list') return done([]);
  const index = aliases.items.findIndex(item => item.kind === 'scalar' && isIt(item.value));
  if (index < 0) return done([]);
  const [first, second] = entry.entries;
  if (aliases.items.length === 1) {
    const short = entry.entries.length === 2 && first?.key === 'aliases' && second?.key === 'label';
    return short ? labelAlone(source, path) : remove(source, own);
  }
  const [one, other] = aliases.items;
  if (index === 0 && aliases.items.length === 2 && aliases.flow && other) {
    const pieces: Piece[] = [
      { span: [aliases.at[0], other.at[0]], text: '' },
      { span: [other.at[1], aliases.at[1]], text: '' },
    ];
    const kept = tried(source, pieces, tree => changedAt(tree, own, () => treeOf(other)));
    if (kept.ok && one) return kept;
  }
  return remove(source, [...own, index]);
}

/** `boundaries: Boundaries`: the label gets a key of its own, below the former name. */
function besideLabel(source: YamlSource, path: Path, alias: string): Outcome<readonly Piece[]> {
  const { entry, flow, value } = targetAt(source.root!, path)!;
  const name = writeScalar(alias, 'plain', { flow: true });
  const keyEnd = entry?.keyAt[1] ?? value.at[0];
  const colon = /^\s*:/.exec(source.yaml.slice(keyEnd, value.at[0]))?.[0].length ?? 0;
  const margin = marginBefore(source, entry?.keyAt[0] ?? 0) + stepOf(source);
  const at = keyEnd + colon;
  const pieces: Piece[] = flow
    ? [
        { span: [value.at[0], value.at[0]], text: `{aliases: [${name}], label: ` },
        { span: [value.at[1], value.at[1]], text: '}' },
      ]
    : [{ span: [at, at], text: `${source.eol}${margin}aliases: [${name}]${source.eol}${margin}label:` }];
  return tried(source, pieces, tree =>
    changedAt(tree, path, label => ({
      entries: [
        ['aliases', [alias]],
        ['label', label],
      ],
    })),
  );
}

/** The short form again, of an entry that has a former name and then its label, and nothing else. */
function labelAlone(source: YamlSource, path: Path): Outcome<readonly Piece[]> {
  const { entry, value } = targetAt(source.root!, path)!;
  const label = value.kind === 'map' ? value.entries[1] : undefined;
  const aliases = [...path, 'aliases'];
  if (!entry || !label || value.kind !== 'map') return remove(source, aliases);
  const between = source.yaml.slice(entry.keyAt[1], label.value.at[0]);
  const colon = /^\s*:/.exec(between)?.[0].length ?? 0;
  const after = /^\s*:/.exec(source.yaml.slice(label.keyAt[1], label.value.at[0]))?.[0].length ?? 0;
  const pieces: Piece[] = value.flow
    ? [
        { span: [value.at[0], label.value.at[0]], text: '' },
        { span: [label.value.at[1], value.at[1]], text: '' },
      ]
    : [{ span: [entry.keyAt[1] + colon, label.keyAt[1] + after], text: '' }];
  const short = between.includes('#')
    ? remove(source, aliases)
    : tried(source, pieces, tree => changedAt(tree, path, () => treeOf(label.value)));
  return short.ok ? short : remove(source, aliases);
}
