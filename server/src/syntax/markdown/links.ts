/** The targets of links, as CommonMark reads them: what follows the brackets of `[text](target "title")`. */

/** Nested brackets in a link's target, at most. CommonMark asks for three; what is deeper is hardly a link. */
const DEEPEST = 32;

/** The end of `(target "title")` that begins at `at`, or 0 when there is no such thing. */
export function linkTargetEnd(text: string, at: number, end: number): number {
  let i = skipSpace(text, at + 1, end);
  if (text[i] === '<') {
    i++;
    while (i < end && text[i] !== '>') {
      if (text[i] === '<' || text[i] === '\n') return 0;
      i += text[i] === '\\' ? 2 : 1;
    }
    if (i >= end) return 0;
    i++;
  } else {
    let depth = 0;
    for (; i < end; i++) {
      const character = text[i]!;
      if (character === '\\') i++;
      else if (character <= ' ') break;
      else if (character === '(' && ++depth > DEEPEST) return 0;
      else if (character === ')' && --depth < 0) break;
    }
    if (depth > 0) return 0;
  }
  const spaced = skipSpace(text, i, end);
  if (spaced < end && text[spaced] === ')') return spaced + 1;
  if (spaced === i || spaced >= end) return 0;
  const after = titleEnd(text, spaced, end);
  if (after === 0) return 0;
  const close = skipSpace(text, after, end);
  return close < end && text[close] === ')' ? close + 1 : 0;
}

/** The end of a label `[…]` that begins at `at`, or 0. */
export function referenceEnd(text: string, at: number, end: number): number {
  for (let i = at + 1; i < end && i - at < 1000; i++) {
    const character = text[i];
    if (character === '\\') i++;
    else if (character === '[') return 0;
    else if (character === ']') return i + 1;
  }
  return 0;
}

/** Labels of links are compared without case, and with any white space as one space. */
export function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function titleEnd(text: string, at: number, end: number): number {
  const open = text[at];
  if (open !== '"' && open !== "'" && open !== '(') return 0;
  const close = open === '(' ? ')' : open;
  for (let i = at + 1; i < end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === close) return i + 1;
    else if (open === '(' && text[i] === '(') return 0;
  }
  return 0;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t' || text[at] === '\n')) at++;
  return at;
}
