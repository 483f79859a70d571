import { latexToText } from './latex.js';
import { addName, collapsed, type Names } from './values.js';

/**
 * The authors of a BibTeX `author` or `editor` field, from its LaTeX source. Names are separated by "and" outside
 * braces. Each is `First von Last`, `von Last, First`, `von Last, Jr, First`, biblatex's `family=…, given=…`, or an
 * organisation in braces; its family name keeps its particle ("van der Berg").
 */
export function readNames(source: string, names: Names): void {
  for (const name of splitNames(collapsed(source))) {
    if (name === '') continue;
    if (name.toLowerCase() === 'others') names.more = true;
    else addName(names, familyName(name), givenName(name));
  }
}

/** Splits at "and" between spaces outside braces. The source has single spaces only. */
function splitNames(source: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  // A space at either end lets a half-typed "Aiken and" end like any other name.
  const text = `${source} `;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 123) depth += 1;
    else if (code === 125) depth = Math.max(0, depth - 1);
    else if (code === 32 && depth === 0 && text[at + 4] === ' ' && /^and$/i.test(text.slice(at + 1, at + 4))) {
      names.push(text.slice(start, at).trim());
      start = at + 5;
      // The space after this "and" may come before the next one.
      at += 3;
    }
  }
  names.push(text.slice(start).trim());
  return names.filter(name => !/^and$/i.test(name));
}

/** Splits at the given characters outside braces. */
function splitOutside(source: string, separators: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at]!;
    if (character === '{') depth += 1;
    else if (character === '}') depth = Math.max(0, depth - 1);
    // A tilde after a backslash is an accent, not a space.
    else if (depth === 0 && separators.includes(character) && source[at - 1] !== '\\') {
      parts.push(source.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(source.slice(start).trim());
  return parts;
}

function familyName(name: string): string {
  // Nine names of ten are plain "Last, First".
  const comma = /[{\\=~$`]|--|''|al\.?$/i.test(name) ? -1 : name.indexOf(',');
  if (comma > 0) return name.slice(0, comma).trim();
  const parts = splitOutside(name, ',');
  const extended = extendedFamilyName(parts);
  if (extended !== undefined) return extended;
  const [first = ''] = parts;
  // "von Last, First" and "von Last, Jr, First": the family name is all that stands before the comma.
  if (parts.length > 1) return latexToText(first) === '' ? latexToText(name) : withEtAl(latexToText(first), parts);
  const words = splitOutside(name, ' ~').filter(word => word !== '');
  const etAl = words.length > 2 && /^et\.?$/i.test(words.at(-2)!) && /^al\.?$/i.test(words.at(-1)!);
  if (etAl) words.splice(-2);
  const particle = words.findIndex((word, index) => index < words.length - 1 && isLowerCase(word));
  const family = particle === -1 ? words.slice(-1) : words.slice(particle);
  return latexToText(family.join(' ')) + (etAl ? ' et al.' : '');
}

/**
 * What stands before the family name or behind its comma; none for an organisation in braces. What follows a name, such as
 * *Jr*, comes last, behind a comma.
 */
function givenName(name: string): string {
  const parts = splitOutside(name, ',');
  if (parts.length > 0 && parts.every(part => /^"?[a-z]+(?:-i)?\s?=/i.test(part))) {
    const part = parts.find(one => /^"?given\s?=/i.test(one));
    return part === undefined ? '' : latexToText(part.slice(part.indexOf('=') + 1)).replace(/^"|"$/g, '');
  }
  if (parts.length === 2) return latexToText(parts[1]!);
  if (parts.length > 2) return [parts[2]!, parts[1]!].map(latexToText).filter(Boolean).join(', ');
  const words = splitOutside(name, ' ~').filter(word => word !== '');
  const particle = words.findIndex((word, index) => index < words.length - 1 && isLowerCase(word));
  const given = particle === -1 ? words.slice(0, -1) : words.slice(0, particle);
  if (words.length > 2 && /^et\.?$/i.test(words.at(-2)!) && /^al\.?$/i.test(words.at(-1)!))
    return latexToText(words.slice(0, -3).join(' '));
  return latexToText(given.join(' '));
}

/** "Gillard, S. et al." has the hint in its last part, which is not kept. */
function withEtAl(family: string, parts: readonly string[]): string {
  return /(?:^|\s)et\.? ?al\.?$/i.test(parts.at(-1)!) ? `${family} et al.` : family;
}

/** The family name of biblatex's `family=Berg, given=Jan, prefix=van der`. */
function extendedFamilyName(parts: readonly string[]): string | undefined {
  if (!parts.every(part => /^"?[a-z]+(?:-i)?\s?=/i.test(part))) return undefined;
  const said = (wanted: string): string => {
    const part = parts.find(one => one.slice(0, one.indexOf('=')).replace('"', '').trim().toLowerCase() === wanted);
    return part === undefined ? '' : latexToText(part.slice(part.indexOf('=') + 1)).replace(/^"|"$/g, '');
  };
  const family = [said('prefix'), said('family')].filter(part => part !== '').join(' ');
  return family === '' ? undefined : family;
}

/** Whether BibTeX takes a word for a particle: its first letter outside braces is in lower case. */
function isLowerCase(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code >= 65 && code <= 90) return false;
  if (code === 123 && word[1] !== '\\') return false;
  const [letter] = /\p{L}/u.exec(latexToText(word)) ?? [];
  return letter !== undefined && letter !== letter.toUpperCase() && letter === letter.toLowerCase();
}
