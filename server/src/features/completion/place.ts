import type { Review } from '../../review/model.js';
import type { Part } from '../../syntax/definitions/parts.js';
import type { Place } from '../../text/span.js';
import type { Draft, Offer, Target } from './items.js';
import type { YamlSpot } from './yaml-spot.js';
import { keyAt, scalarAt } from './yaml-text.js';

/** What an editor can do with what it is offered. */
export interface Abilities {
  /** True when it understands places to fill in: `$1`. */
  readonly snippets: boolean;
}

/** A place in YAML with all that its items are made from. */
export interface YamlPlace {
  readonly review: Review;
  /** The file, relative to the review's folder. */
  readonly path: string;
  readonly part: Part;
  readonly spot: YamlSpot;
  /** The path by names alone, without places in lists. */
  readonly names: readonly string[];
  /** The word that stands at the cursor, whole. */
  readonly word: string;
  readonly offer: Offer;
  readonly able: Abilities;
  /** True in the head of a Markdown study. */
  readonly frontMatter: boolean;
}

/** The stretch of a line that is replaced. */
export function targetOn(line: number, from: number, to: number, text: string, cursor: number): Target {
  const range: Place = { line, character: from, endLine: line, endCharacter: to };
  return { range, typed: text.slice(from, Math.max(from, cursor)) };
}

/**
 * A name as a value: by itself behind a colon, between brackets or behind a hyphen, with a hyphen of its own on a line
 * where a list is usual, and with a colon where the others have one.
 */
export function asValue({ spot }: Pick<YamlPlace, 'spot'>, name: string, usual: 'list' | 'map' | 'one'): string {
  if (spot.place === 'field') return asKey({ spot }, name);
  const space = spot.glued ? ' ' : '';
  if (spot.place !== 'line' || spot.colon) {
    return space + (spot.colon ? keyAt(name, spot) : scalarAt(name, spot));
  }
  if (spot.dash) return space + scalarAt(name, spot);
  const form = spot.form ?? usual;
  if (form === 'map') return asKey({ spot }, name);
  return form === 'list' ? `- ${scalarAt(name, spot)}` : scalarAt(name, spot);
}

/** A name as the key of a map; its colon comes along unless it is there. */
export function asKey({ spot }: Pick<YamlPlace, 'spot'>, name: string, after = ' '): string {
  const space = spot.glued ? ' ' : '';
  return space + keyAt(name, spot) + (spot.colon ? '' : `:${after}`);
}

/** Fixed words as items, in the order given. */
export function wordDrafts(
  place: Pick<YamlPlace, 'spot'>,
  words: readonly string[],
  documentation: (word: string) => string | undefined,
): Draft[] {
  return words.map(word => ({
    label: word,
    kind: 'word',
    words: [word],
    text: asValue(place, word, 'one'),
    documentation: documentation(word),
  }));
}
