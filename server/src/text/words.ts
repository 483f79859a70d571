import { distance } from 'fastest-levenshtein';

/** Longer names than this are cut before they are compared: they are prose, and comparing is quadratic. */
const COMPARED = 120;

/** For so many mistyped names the likeliest ones are kept. */
const KEPT = 1_000;

/**
 * The form in which ids are compared: composed (NFC), in lower case, without white space around. Ids that differ by
 * case only are one id, since they would share a file name on macOS and Windows.
 */
export function foldId(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/**
 * The candidates that a mistyped name most likely means, best first. A candidate counts when a few letters differ (a
 * third of the name's length, one at least), when one contains the other, or when they are one id once spaces and
 * underscores are hyphens. Candidates are returned as they are spelt, the name itself among them if it is one.
 */
export function nearest(name: string, candidates: Iterable<string> | Candidates, most = 3): string[] {
  const wanted = asId(name);
  if (wanted === '' || !(most > 0)) return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const letters = lettersIn(wanted);
  const found: { candidate: string; score: number }[] = [];
  // What is worse than all that have been found is not looked at: among thousands of names nearly none is.
  let worst = Number.POSITIVE_INFINITY;
  const look = (candidate: string, id: string, own: number): void => {
    const score = closeness(wanted, letters, id, own, limit, worst);
    if (score === undefined || score > worst || found.some(each => each.candidate === candidate)) return;
    found.push({ candidate, score });
    found.sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : a.candidate > b.candidate ? 1 : 0));
    if (found.length > most) found.pop();
    if (found.length === most) worst = found[most - 1]!.score;
  };
  if (candidates instanceof Candidates) {
    for (let index = 0; index < candidates.names.length; index++) {
      look(candidates.names[index]!, candidates.ids[index]!, candidates.letters[index]!);
    }
  } else {
    for (const candidate of candidates) {
      const id = asId(candidate);
      look(candidate, id, lettersIn(id));
    }
  }
  return found.map(({ candidate }) => candidate);
}

/** Names made ready for `nearest`, where it is asked again and again which of thousands is meant. */
export class Candidates {
  readonly names: readonly string[];
  /** The form in which each is compared, and which letters it has. */
  readonly ids: readonly string[];
  readonly letters: Int32Array;
  private readonly known = new Map<string, readonly string[]>();

  constructor(names: Iterable<string>) {
    this.names = [...new Set(names)];
    this.ids = this.names.map(asId);
    this.letters = Int32Array.from(this.ids, lettersIn);
  }

  /** The likeliest ones, as `nearest` gives them. A mistake stays while something else is written, so that answers are kept. */
  nearTo(name: string): readonly string[] {
    const known = this.known.get(name);
    if (known) return known;
    const near = nearest(name, this);
    // Whoever types a long name makes hundreds of mistakes, none of which comes back.
    if (this.known.size >= KEPT) this.known.clear();
    this.known.set(name, near);
    return near;
  }
}

/** The distance of two folded ids, a containing id ranking after every mistyped one, or undefined when they are far. */
function closeness(
  wanted: string,
  letters: number,
  id: string,
  own: number,
  limit: number,
  worst: number,
): number | undefined {
  if (id === '') return undefined;
  const most = Math.min(limit, worst);
  const lengths = Math.abs(id.length - wanted.length);
  // Each change of a letter takes one kind of letter away at most, and brings one.
  if (lengths <= most && bits(letters ^ own) <= 2 * most) {
    const changes = distance(wanted, id);
    if (changes <= limit) return changes;
  }
  // One or two letters stand in half of all names: they are not a hint at any of them.
  if (limit + lengths > worst || Math.min(wanted.length, id.length) < 3) return undefined;
  // What is part of the other has no letter that the other has not.
  if ((id.length < wanted.length ? own & ~letters : letters & ~own) !== 0) return undefined;
  if (!(id.length < wanted.length ? wanted.includes(id) : id.includes(wanted))) return undefined;
  return limit + lengths;
}

/** Which kinds of letters a word has, as a set of 32. */
function lettersIn(word: string): number {
  let set = 0;
  for (let index = 0; index < word.length; index++) set |= 1 << (word.charCodeAt(index) & 31);
  return set;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** An id that is folded already, as nearly all are. */
const folded = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function asId(name: string): string {
  if (name.length <= COMPARED && folded.test(name)) return name;
  return foldId(name.slice(0, COMPARED * 4))
    .replace(/[\s_-]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, COMPARED);
}

/**
 * Words as a sentence lists them: "a", "a and b", "a, b and c". With `most`, only so many are named and an ellipsis
 * stands for the others: "a, b …". `and` is the word of another language.
 */
export function listWords(items: readonly string[], most = Number.POSITIVE_INFINITY, and = 'and'): string {
  const kept = Math.max(1, Math.floor(most));
  if (items.length > kept) return `${items.slice(0, kept).join(', ')} …`;
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

/**
 * The form in which a heading is compared with a label: in lower case, without punctuation, white space as single
 * spaces. Letters keep their diacritics, and apostrophes inside a word vanish whichever way they are typed.
 */
export function foldLabel(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=\p{L})['’‘ʼ](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** A number with its noun: `plural(1, 'study', 'studies')` is "1 study", with 3 "3 studies". */
export function plural(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
