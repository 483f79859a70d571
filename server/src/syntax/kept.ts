import { foldId } from '../text/words.js';

/** Slices shorter than this are copies by themselves. */
const sliced = 13;
/** Names and values of a review are not longer; sentences do not come again. */
const longestName = 40;

/**
 * Names that were read before, so that the facts of ten thousand studies hold each of them once. A name has one place, found
 * from a few of its letters; one that comes later takes it, so that this never grows and costs nothing to look into.
 */
const places = 8192;
const names = new Array<string>(places).fill('');
const ids = new Array<string | undefined>(places).fill('');

/**
 * A string of its own. A slice of a file's text keeps the whole text alive, and facts outlive the text they came from.
 */
export function kept(text: string): string {
  if (text.length > longestName) return copied(text);
  return names[placeOf(text)]!;
}

/** The id of a name (`foldId`), as a string of its own. */
export function idOf(name: string): string {
  if (name.length > longestName) return kept(foldId(name));
  const place = placeOf(name);
  const known = ids[place];
  if (known !== undefined) return known;
  const id = foldId(names[place]!);
  ids[place] = id;
  return id;
}

/** The place at which a name is kept, from now on. */
function placeOf(name: string): number {
  const { length } = name;
  let place = length;
  // Names that belong together differ at their ends, and ids that were made one after another in their last letters.
  for (let at = 0; at < length; at += at < 4 || at > length - 6 ? 1 : 3) {
    place = (Math.imul(place, 31) + name.charCodeAt(at)) | 0;
  }
  place = (place ^ (place >>> 13)) & (places - 1);
  if (names[place] !== name) {
    names[place] = length < sliced ? name : copied(name);
    ids[place] = undefined;
  }
  return place;
}

/** A new string: joining makes one of its parts, the cheapest way there is to a string that is no view of another. */
export function copied(text: string): string {
  return [text.slice(0, 1), text.slice(1)].join('');
}
