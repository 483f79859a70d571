import type { Review } from '../review/model.js';
import type { Block, Section } from '../syntax/markdown/document.js';
import { scanMarkdown } from '../syntax/markdown/scan.js';
import type { Located } from '../syntax/yaml/located.js';
import { Lines } from '../text/lines.js';
import type { Place, Span } from '../text/span.js';
import type { Position } from './at.js';
import { isMarkdown, yamlPart } from './yaml-part.js';

/**
 * What to select around a position, from the smallest to the whole file: each holds the one before it. In YAML a word, a
 * value, an item or entry, what holds it; in Markdown a word, a name, a citation, its group, the sentence, the block, the
 * section and those it stands in.
 */
export function selectionsAt(
  review: Review,
  path: string,
  text: string,
  positions: readonly Position[],
): readonly (readonly Place[])[] {
  const lines = new Lines(text);
  const offsets = positions.map(({ line, character }) => lines.offsetAt(line, character));
  const spansAt = reader(review, path, text);
  return offsets.map(at =>
    nested([wordAt(text, at), ...spansAt(at), [0, text.length]], at).map(span => lines.placeOf(span)),
  );
}

/** Reads the file once for all positions. */
function reader(review: Review, path: string, text: string): (at: number) => Span[] {
  const part = yamlPart(path, review.files.get(path)?.kind, text);
  const yaml = (at: number): Span[] =>
    part?.root && at >= part.offset && at <= part.offset + part.yaml.length
      ? valuesAt(part.root, at - part.offset, part.yaml).map(
          ([from, to]): Span => [from + part.offset, to + part.offset],
        )
      : [];
  if (!isMarkdown(path)) return yaml;
  const { sections, frontMatter, generated } = scanMarkdown(text);
  return at => {
    if (frontMatter && at < frontMatter.whole[1]) return [...yaml(at), frontMatter.yaml, frontMatter.whole];
    const block = generated.find(({ open, close }) => close && open[0] <= at && at <= close[1]);
    const own: Span[] = block?.close ? [block.content, [block.open[0], block.close[1]]] : [];
    return [...wordsAt(text, sections, at), ...own, ...sectionsAt(text, sections, at)];
  };
}

/** The values around an offset, in no order. */
function valuesAt(root: Located, at: number, yaml: string): Span[] {
  const spans: Span[] = [];
  let value: Located | undefined = root;
  while (value) {
    spans.push(value.at);
    if (value.kind === 'scalar') {
      if (value.style === 'single' || value.style === 'double') spans.push([value.at[0] + 1, value.at[1] - 1]);
      if (value.style === 'literal' || value.style === 'folded') {
        // The text alone, without the sign before it.
        const line = yaml.indexOf('\n', value.at[0]);
        if (line >= 0 && line < value.at[1]) spans.push([skipBlank(yaml, line + 1, value.at[1]), value.at[1]]);
      }
      break;
    }
    value = value.kind === 'map' ? entryAt(value, at, spans) : value.items.find(item => holds(item.at, at));
  }
  return spans;
}

function entryAt(map: Extract<Located, { kind: 'map' }>, at: number, spans: Span[]): Located | undefined {
  const found = map.entries.findLast(({ keyAt, value }) => keyAt[0] <= at && at <= Math.max(keyAt[1], value.at[1]));
  if (!found) return undefined;
  spans.push([found.keyAt[0], Math.max(found.keyAt[1], found.value.at[1])]);
  if (!holds(found.keyAt, at)) return found.value;
  spans.push(found.keyAt);
  return undefined;
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** The block at an offset, and what stands in it there. */
function wordsAt(text: string, sections: readonly Section[], at: number): Span[] {
  const section = lastStarting(sections, at);
  if (!section) return [];
  const spans: Span[] = [];
  if (section.heading && holds(section.heading.at, at)) spans.push(section.heading.at, section.heading.textAt);
  const block = lastStarting(section.blocks, at);
  if (block && holds(block.at, at)) spans.push(block.at, ...inBlock(text, block, at));
  return spans;
}

function inBlock(text: string, block: Block, at: number): Span[] {
  const spans: Span[] = [];
  const take = (span: Span): void => {
    if (holds(span, at)) spans.push(span);
  };
  for (const { at: tag } of block.tags) {
    take(tag);
    take([tag[0] - 1, tag[1]]);
  }
  const last = block.tags.at(-1);
  if (last) take([block.tags[0]!.at[0] - 1, last.at[1]]);
  if (block.locator) {
    take(block.locator.at);
    take([block.locator.at[0] - 1, block.locator.at[1] + 1]);
  }
  for (const comment of block.comments) {
    take(comment.textAt);
    take(comment.at);
  }
  const sentence = lastStarting(block.sentences, at);
  if (sentence) {
    take(sentence.at);
    for (const citation of sentence.citations) {
      take(citation.at);
      if (text[citation.at[0] - 1] === '@') take([citation.at[0] - 1, citation.at[1]]);
      take(citation.group);
      if (citation.bracketed) take([citation.group[0] + 1, citation.group[1] - 1]);
    }
  }
  return spans;
}

/** The section at an offset with those below its heading, and the sections that it belongs to itself. */
function sectionsAt(text: string, sections: readonly Section[], at: number): Span[] {
  const spans: Span[] = [];
  const here = indexStarting(sections, at);
  let level = Number.POSITIVE_INFINITY;
  for (let index = here; index >= 0 && level > 1; index--) {
    const section = sections[index]!;
    const own = section.heading?.level ?? 0;
    if (own >= level) continue;
    level = own;
    let next = index + 1;
    while (next < sections.length && (sections[next]!.heading?.level ?? 0) > own) next++;
    const end = sections[next]?.at[0] ?? text.length;
    if (index === here) spans.push(trimmedSpan(text, section.at));
    spans.push(trimmedSpan(text, [section.at[0], end]));
  }
  return spans;
}

function trimmedSpan(text: string, [start, end]: Span): Span {
  let to = end;
  while (to > start && /\s/.test(text[to - 1]!)) to--;
  return [start, to];
}

function lastStarting<T extends { readonly at: Span }>(items: readonly T[], at: number): T | undefined {
  return items[indexStarting(items, at)];
}

/** The last of things in the order of the text that begins at or before an offset, or -1. */
function indexStarting(items: readonly { readonly at: Span }[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.at[0] <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function wordAt(text: string, at: number): Span {
  const around = text.slice(Math.max(0, at - 100), at + 100);
  const here = at - Math.max(0, at - 100);
  const before = /[\p{L}\p{N}\p{M}_]*$/u.exec(around.slice(0, here))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}\p{M}_]*/u.exec(around.slice(here))?.[0].length ?? 0;
  return [at - before, at + after];
}

function holds([start, end]: Span, at: number): boolean {
  return start <= at && at <= end;
}

/** Those that hold the offset, from the smallest on, each within the next; where two cross, the smaller one is kept. */
function nested(spans: readonly Span[], at: number): Span[] {
  const sorted = spans.filter(span => span[0] < span[1] && holds(span, at)).sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
  const chain: Span[] = [];
  for (const span of sorted) {
    const inner = chain.at(-1);
    if (!inner || (span[0] <= inner[0] && inner[1] <= span[1] && span[1] - span[0] > inner[1] - inner[0]))
      chain.push(span);
  }
  return chain.length > 0 ? chain : [[at, at]];
}
