import type { Role } from '../syntax/facts.js';
import { keyAt } from '../syntax/markdown/citations.js';
import { citationsIn } from '../syntax/markdown/citations-in.js';
import { scanMarkdown } from '../syntax/markdown/scan.js';
import type { Span } from '../text/span.js';
import { foldId } from '../text/words.js';
import type { NamePlace, Writer } from './name-place.js';
import { numberPlaces } from './places-filters.js';

/** A name as it may stand after a `#` and in an identifier: letters, digits, `-`, `_`, `/`. */
const tagName = /^(?=.*\p{L})[\p{L}\p{N}\p{M}_/-]+$/u;

/** How another name is written where one stands in the manuscript: after an `@`, or in a comment. */
export function manuscriptWriter(text: string, at: Span, role: Role): Writer {
  if (role !== 'cites' && role !== 'cites-against') return { whole: at, write: inComment };
  const braced = text[at[0] - 1] === '{' && text[at[1]] === '}';
  const before = text.slice(Math.max(0, at[0] - 2000), at[0]);
  const inBrackets = before.lastIndexOf('[') > Math.max(before.lastIndexOf(']'), before.search(/\n[ \t]*\r?\n[^\n]*$/));
  return { whole: braced ? [at[0] - 1, at[1] + 1] : at, write: key => citationKey(key, inBrackets) };
}

/** A key after its `@`: in braces where it is not one that ends by itself. */
export function citationKey(key: string, inBrackets: boolean): string | undefined {
  if (/[{}\n\r]/.test(key) || key.trim() === '') return undefined;
  const alone = `@${key}`;
  return keyAt(alone, 0, 0, alone.length, inBrackets)?.to === alone.length ? key : `{${key}}`;
}

/** Two hyphens, and a hyphen at the end, may end the comment in which the name stands. */
function inComment(name: string): string | undefined {
  return /--|-$|>/.test(name) ? undefined : name;
}

/** Identifiers of headings, links to them, the names in checked numbers, and citations in generated blocks. */
export function manuscriptExtras(text: string): NamePlace[] {
  const places: NamePlace[] = [];
  const { sections, generated } = scanMarkdown(text);
  // A block that follows at once is not out of date before anybody has asked for it anew.
  for (const { content } of generated) {
    for (const { key, at } of citationsIn(text, content)) {
      const writer = manuscriptWriter(text, at, 'cites');
      places.push({ kind: 'work', id: foldId(key), name: key, role: 'mentions', at, ...writer });
    }
  }
  for (const section of sections) {
    const id = section.heading?.id;
    if (id) places.push(identifier(id.name, id.at));
    for (const block of section.blocks) {
      for (const comment of block.comments) places.push(...numberPlaces(comment.text, comment.textAt[0]));
    }
  }
  for (const match of text.matchAll(/\]\(#([^)\s]+)\)/g)) {
    const start = match.index + 3;
    places.push(identifier(match[1]!, [start, start + match[1]!.length]));
  }
  return places;
}

function identifier(name: string, at: Span): NamePlace {
  const write = (text: string): string | undefined => (tagName.test(text) ? text : undefined);
  return { kind: 'construct', id: foldId(name), name, role: 'mentions', at, whole: at, write };
}

/** The tags of a study, under whatever heading they stand. */
export function studyTags(text: string): NamePlace[] {
  return scanMarkdown(text).sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ tags }) =>
      tags.map(({ name, at }): NamePlace => {
        const write = (to: string): string | undefined => (tagName.test(to) ? to : undefined);
        return { kind: 'theme', id: foldId(name), name, role: 'tags', at, whole: at, write };
      }),
    ),
  );
}
