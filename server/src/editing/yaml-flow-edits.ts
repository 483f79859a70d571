import type { LocatedList, LocatedMap } from '../syntax/yaml/located.js';
import type { Span } from '../text/span.js';
import type { Piece } from './pieces.js';
import { rowAt, type YamlSource } from './yaml-source.js';

/** Pieces that put an item or entry, written out, between the brackets of a flow list or map. */
export function flowInsertion(
  source: YamlSource,
  parent: LocatedMap | LocatedList,
  index: number,
  put: string,
): Piece[] {
  const spans = partsOf(parent);
  const { yaml } = source;
  const previous = spans[index - 1];
  const next = spans[index];
  if (!previous) {
    if (next) return [{ span: [next[0], next[0]], text: `${put},${gapBefore(source, parent, next) ?? ' '}` }];
    const inside = yaml.slice(parent.at[0] + 1, parent.at[1] - 1);
    const padding = /^ +$/.test(inside) ? ' ' : '';
    return [{ span: [parent.at[0] + 1, parent.at[0] + 1], text: padding + put }];
  }
  const margin = gapBefore(source, parent, previous);
  if (margin === undefined) return [{ span: [previous[1], previous[1]], text: `, ${put}` }];
  // One a line: the new one gets its own line, below what is noted beside the one before it.
  const row = rowAt(source, previous[1]);
  const rest = /^[ \t]*(,?)[ \t]*(#.*)?$/.exec(yaml.slice(previous[1], row.end));
  if (!rest) return [{ span: [previous[1], previous[1]], text: `,${margin}${put}` }];
  if (rest[1] === ',') return [{ span: [row.end, row.end], text: `${margin}${put},` }];
  if (rest[2] === undefined) return [{ span: [previous[1], previous[1]], text: `,${margin}${put}` }];
  return [
    { span: [previous[1], previous[1]], text: ',' },
    { span: [row.end, row.end], text: margin + put },
  ];
}

/** Pieces that take an item or entry out of a flow list or map, with its comma, and with its line where it has one. */
export function flowRemoval(source: YamlSource, parent: LocatedMap | LocatedList, index: number): Piece[] {
  const spans = partsOf(parent);
  const { yaml } = source;
  const own = spans[index]!;
  const previous = spans[index - 1];
  const next = spans[index + 1];
  const first = rowAt(source, own[0]);
  const last = rowAt(source, own[1]);
  const rest = /^[ \t]*(,?)[ \t]*(#.*)?$/.exec(yaml.slice(own[1], last.end));
  if (first.content === own[0] && rest && first.start > parent.at[0]) {
    const lines: Piece = { span: [previousEnd(yaml, first.start), last.end], text: '' };
    if (next || !previous || rest[1] === ',') return [lines];
    const comma = /^[ \t]*,/.exec(yaml.slice(previous[1], own[0]));
    const at = previous[1] + (comma?.[0].length ?? 0);
    return comma ? [{ span: [at - 1, at], text: '' }, lines] : [lines];
  }
  if (next && !/[\n\r#]/.test(yaml.slice(own[1], next[0]))) return [{ span: [own[0], next[0]], text: '' }];
  if (next) return [{ span: [own[0], yaml.indexOf(',', own[1]) + 1], text: '' }];
  if (previous && !/#/.test(yaml.slice(previous[1], own[0]))) return [{ span: [previous[1], own[1]], text: '' }];
  let [start, end] = own;
  while (yaml[end] === ' ' || yaml[end] === ',') end++;
  if (end === parent.at[1] - 1 && yaml[start - 1] === ' ' && yaml[end - 1] === ' ') start--;
  else end = own[1];
  return [{ span: [start, end], text: '' }];
}

/** The line break and white space before a part that begins a line inside the brackets; undefined for any other. */
function gapBefore(source: YamlSource, parent: LocatedMap | LocatedList, part: Span): string | undefined {
  const row = rowAt(source, part[0]);
  if (row.content !== part[0] || row.start <= parent.at[0]) return undefined;
  return source.eol + source.yaml.slice(row.start, part[0]);
}

function partsOf(parent: LocatedMap | LocatedList): readonly Span[] {
  if (parent.kind === 'list') return parent.items.map(item => item.at);
  return parent.entries.map(each => [each.keyAt[0], Math.max(each.keyAt[1], each.value.at[1])]);
}

/** The end of the line before the one that begins at an offset. */
function previousEnd(text: string, start: number): number {
  if (start === 0) return 0;
  return start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1);
}
