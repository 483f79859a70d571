import type { Located, ScalarStyle } from '../syntax/yaml/located.js';
import type { Span } from '../text/span.js';

/**
 * The comments of a YAML text that was read without a complaint, from `#` to the end of the line, in order; undefined
 * where something stands between its values that is neither a comment nor a sign of lists and maps, such as an anchor or
 * a mark between documents: whoever moves parts of such a text about does not know what it means.
 */
export function commentsOf(yaml: string, root: Located | undefined): Span[] | undefined {
  const comments: Span[] = [];
  let from = 0;
  const gap = (to: number): boolean => {
    for (let at = from; at < to; at++) {
      const character = yaml[at]!;
      if (character === '#') {
        const end = endOfLine(yaml, at);
        comments.push([at, end]);
        at = end;
      } else if (!/[\s:,?[\]{}-]/.test(character) || yaml.startsWith('---', at)) return false;
    }
    from = Math.max(from, to);
    return true;
  };
  for (const { at, style } of scalars(root)) {
    const [start, end] = at;
    if (style === 'alias') return undefined;
    if (start < from) continue;
    if (!gap(start)) return undefined;
    from = end;
    if (!isBlock(style)) continue;
    // The line of the sign that begins a block may have a comment of its own.
    const head = yaml.slice(start, endOfLine(yaml, start));
    const hash = head.search(/[ \t]#/);
    if (hash >= 0) comments.push([start + hash + 1, start + head.length]);
  }
  return gap(yaml.length) ? comments : undefined;
}

/** A key or a scalar: where it stands and how it is written. */
export interface Written {
  readonly at: Span;
  readonly style: ScalarStyle;
  /** What a scalar says; a key has none here. */
  readonly value?: string;
}

/** The keys and scalars of a tree in the order of the text; what is not written at all is left out. */
export function* scalars(value: Located | undefined): Iterable<Written> {
  if (!value) return;
  if (value.kind === 'scalar') {
    if (value.style !== 'empty') yield value;
  } else if (value.kind === 'list') {
    for (const item of value.items) yield* scalars(item);
  } else {
    for (const each of value.entries) {
      yield { at: each.keyAt, style: each.keyStyle };
      yield* scalars(each.value);
    }
  }
}

/** True for `|` and `>`, below which everything is text. */
export function isBlock(style: ScalarStyle): boolean {
  return style === 'literal' || style === 'folded';
}

/** Where the line of an offset ends, before its line break. */
export function endOfLine(text: string, from: number): number {
  const next = /[\r\n]/g;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}
