import { foldId } from '../text/words.js';

/** Slices shorter than this are copies by themselves. */
const sliced = 13;
/** Names and values of a review are not longer; sentences do not come again. */
const longestName = 40;
/** How many names are remembered: more than a review has, and few enough to cost nothing. */
const most = 10_000;

/** Names that were read before, so that the facts of ten thousand studies hold each of them once. */
const names = new Map<string, string>();
const ids = new Map<string, string>();

/**
 * A string of its own. A slice of a file's text keeps the whole text alive, and facts outlive the text they came from.
 */
export function kept(text: string): string {
  if (text.length > longestName) return copied(text);
  const known = names.get(text);
  if (known !== undefined) return known;
  const own = text.length < sliced ? text : copied(text);
  remember(names, own, own);
  return own;
}

/** The id of a name (`foldId`), as a string of its own. */
export function idOf(name: string): string {
  if (name.length > longestName) return kept(foldId(name));
  const known = ids.get(name);
  if (known !== undefined) return known;
  const own = kept(name);
  const id = foldId(own);
  remember(ids, own, id === own ? own : id);
  return id;
}

/** Joining makes a new string of its parts; the cheapest way there is to one that is no view of another. */
function copied(text: string): string {
  return [text.slice(0, 1), text.slice(1)].join('');
}

/** Begins anew when there are too many, so that a server that runs for weeks holds no more than it needs. */
function remember(known: Map<string, string>, key: string, value: string): void {
  if (known.size >= most) known.clear();
  known.set(key, value);
}
