/** How well a candidate answers what was typed; smaller is better. */
export type Fit = 0 | 1 | 2 | 3 | 4;

/** How many kinds of fit there are: the same, a beginning, the beginning of a word, inside a word, letters in order. */
export const fits = 5;

/** Letters that Unicode does not take apart into a letter and a mark, as people type them who do not have them. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/** Longer texts are prose, of which the beginning is enough to find them by. */
const searched = 400;

/**
 * The form in which what is typed and what is searched are compared: small letters without marks, every stretch of other
 * signs as one space. So `Mental health`, `mental-health` and `Mental  Health` are one, and `muller` finds Müller.
 */
export function folded(text: string): string {
  const short = text.length > searched ? text.slice(0, searched) : text;
  const lower = short.toLowerCase();
  // Most names are plain ASCII, and taking them apart costs more than all the rest.
  if (/^[\0-\x7f]*$/.test(lower))
    return lower
      .replace(/'/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[øđðłßæœıþ]/g, letter => plainLetters[letter] ?? letter)
    .replace(/['’‘ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a candidate is found by: its name, its label, former names …, each folded and on a line of its own. */
export function searchText(words: readonly string[]): string {
  const lines = words.map(word => word.slice(0, searched).replace(/[\r\n]+/g, ' ')).join('\n');
  // All lines at once: a bibliography has ten thousand works of half a dozen lines each.
  const plain = /^[\0-\x7f]*$/.test(lines);
  const signs = plain
    ? lines
        .toLowerCase()
        .replace(/'/g, '')
        .replace(/[^a-z0-9\n]+/g, ' ')
    : lines.split('\n').map(folded).join('\n');
  return signs.replace(/ ?\n[ \n]*/g, '\n').trim();
}

/**
 * How what was typed fits a candidate in words; undefined when it does not.
 *
 * @param query folded
 * @param text as `searchText` makes it
 */
export function fitOf(query: string, text: string): Fit | undefined {
  if (query === '') return 0;
  let best: Fit | undefined = wordsFit(query, text);
  if (best === undefined && query.includes(' ')) {
    // "gillard mental" finds what has both words, wherever they stand.
    const each = query.split(' ').map(word => wordsFit(word, text));
    if (each.every(fit => fit !== undefined)) best = each.every(fit => (fit ?? 3) < 3) ? 2 : 3;
  }
  return best;
}

/** The same where only the beginning of a name would be good enough, which is found sooner. */
export function startFitOf(query: string, text: string): Fit | undefined {
  if (text.startsWith(query)) return isEnd(text, query.length) ? 0 : 1;
  const at = text.indexOf(`\n${query}`);
  if (at < 0) return undefined;
  return isEnd(text, at + 1 + query.length) ? 0 : 1;
}

function isEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n';
}

function wordsFit(query: string, text: string): Fit | undefined {
  let best: Fit | undefined;
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) {
    const before = at === 0 ? '\n' : text[at - 1]!;
    if (before === '\n') {
      if (isEnd(text, at + query.length)) return 0;
      best = 1;
    } else if (before === ' ') best = best === 1 ? 1 : 2;
    else best ??= 3;
  }
  return best;
}

/**
 * True when the letters that were typed stand in order within one line of a candidate, the first of them at the beginning
 * of a word: `gvb` for giving-back. The last resort, for what fits in no other way.
 */
export function isSubsequence(query: string, text: string): boolean {
  // Two letters stand in order in half of all names.
  if (query.length < 3) return false;
  // The first lines are the name and what it is known by.
  for (let from = 0, line = 0; from < text.length && line < 3; line++) {
    const next = text.indexOf('\n', from);
    const end = next < 0 ? text.length : next;
    // What is long is a title: any few letters stand somewhere in it in order, which says nothing.
    if (end - from <= 60 && end - from >= query.length && inOrder(query, text, from, end)) return true;
    from = end + 1;
  }
  return false;
}

function inOrder(query: string, text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && !(text[at] === query[0] && (at === from || text[at - 1] === ' '))) at++;
  for (let index = 1; index < query.length; index++) {
    if (query[index] === ' ') continue;
    at++;
    while (at < end && text[at] !== query[index]) at++;
  }
  return at < end;
}
