import { commentAt, type FoundComment, toComment } from './comments.js';
import type { Comment, Heading } from './document.js';
import type { Leaf } from './leaves.js';
import { trimEnd } from './lines.js';
import { Words } from './words.js';

/** A heading, and the comments that stand after its words: they are told apart, as blocks of its section. */
export interface ReadHeading {
  readonly heading: Heading;
  readonly comments: readonly Comment[];
}

const ATTRIBUTES = /^\s*(?:[#.][^\s{}]+|-|[\w-]+=\S+)(?:\s+\S+)*\s*$/;

/** Reads a heading's words, without its `#`, trailing comments and Pandoc's attributes, `{#id .class}`. */
export function readHeading(source: string, leaf: Leaf): ReadHeading {
  const atx = source[leaf.from] === '#';
  let start = leaf.from;
  if (atx) {
    start += leaf.level;
    while (start < leaf.to && /[ \t]/.test(source[start]!)) start++;
  }
  const pieces = atx ? [start, Math.max(start, leaf.to)] : leaf.pieces;
  const words = new Words(source, [pieces]);
  const { text } = words;
  let end = trimEnd(text, 0, text.length);
  let id: Heading['id'];
  const comments: FoundComment[] = [];
  for (;;) {
    const before = end;
    if (text.startsWith('-->', end - 3)) {
      const from = text.lastIndexOf('<!--', end - 7);
      if (from >= 0 && text.indexOf('-->', from) === end - 3) {
        comments.unshift(commentAt(text, from, 0, end));
        end = trimEnd(text, 0, from);
      }
    } else if (text[end - 1] === '}' && id === undefined) {
      const open = text.lastIndexOf('{', end - 1);
      const inside = open < 0 || end - open > 1000 ? '' : text.slice(open + 1, end - 1);
      if (!inside.includes('}') && ATTRIBUTES.test(inside)) {
        const name = /(?:^|\s)#([^\s{}]+)/.exec(inside);
        const from = open + 1 + (name ? name.index + name[0].length - name[1]!.length : 0);
        if (name) id = { name: name[1]!, at: words.span(from, from + name[1]!.length) };
        end = trimEnd(text, 0, open);
      }
    }
    if (end === before) break;
  }
  if (atx) {
    let hashes = end;
    while (hashes > 0 && text[hashes - 1] === '#') hashes--;
    if (hashes === 0 || /[ \t]/.test(text[hashes - 1]!)) end = trimEnd(text, 0, hashes);
  }
  const heading: Heading = {
    level: leaf.level as Heading['level'],
    text: text.slice(0, end).replace(/\s*\n\s*/g, ' '),
    textAt: words.span(0, end),
    at: [leaf.from, leaf.to],
    ...(id && { id }),
  };
  return { heading, comments: comments.map(comment => toComment(words, comment)) };
}
