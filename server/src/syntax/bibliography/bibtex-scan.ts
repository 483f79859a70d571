/**
 * One pass over a BibTeX text, before any entry is read: which brace closes which, and where entries start. All later
 * questions of that kind are answered from it, so that reading takes time in proportion to the text.
 */
export interface Survey {
  /** For the offset of each `{` that is closed, the offset of its `}`; 0 everywhere else. */
  readonly closes: Int32Array;
  /** Offsets of each `@type{` or `@type(` that is the first thing on its line: where reading starts afresh. */
  readonly headers: readonly number[];
}

export function survey(text: string): Survey {
  return { closes: bracesOf(text), headers: headersOf(text) };
}

/** Goes from brace to brace: between them stand most of the letters, which the engine passes faster than a loop does. */
function bracesOf(text: string): Int32Array {
  const closes = new Int32Array(text.length);
  const open: number[] = [];
  let opening = text.indexOf('{');
  let closing = text.indexOf('}');
  // BibTeX counts braces after a backslash like any other.
  while (closing !== -1) {
    if (opening !== -1 && opening < closing) {
      open.push(opening);
      opening = text.indexOf('{', opening + 1);
    } else {
      const opener = open.pop();
      if (opener !== undefined) closes[opener] = closing;
      closing = text.indexOf('}', closing + 1);
    }
  }
  return closes;
}

function headersOf(text: string): number[] {
  const headers: number[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (isFirst(text, at) && bracketOf(text, at) !== undefined) headers.push(at);
  }
  return headers;
}

/** True where nothing but white space stands before a place on its line. */
function isFirst(text: string, at: number): boolean {
  let before = at - 1;
  let code = text.charCodeAt(before);
  while (code === 32 || code === 9 || code === 0xfeff) code = text.charCodeAt(--before);
  return before < 0 || code === 10 || code === 13;
}

/** The type after an `@` and the offset of its opening bracket; undefined when this `@` starts no entry. */
export function bracketOf(text: string, at: number): { type: string; bracket: number } | undefined {
  const end = wordEnd(text, at + 1);
  if (end === at + 1) return undefined;
  const bracket = skipSpace(text, end, text.length);
  const code = text.charCodeAt(bracket);
  return code === 123 || code === 40 ? { type: text.slice(at + 1, end), bracket } : undefined;
}

/** The end of a run of letters, digits, `-` and `_`. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWord(text.charCodeAt(end))) end += 1;
  return end;
}

function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 95
  );
}

/** The offset of the next character that is not white space, at most `limit`. */
export function skipSpace(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xfeff && code !== 0xa0) break;
    end += 1;
  }
  return end;
}

/** The offset after the last character before `limit` that is not white space, at least `start`. */
export function trimEnd(text: string, start: number, limit: number): number {
  let end = limit;
  while (end > start && skipSpace(text, end - 1, end) === end) end -= 1;
  return end;
}

/** The offset of the `=` when a field, `name =`, starts at `at`; undefined otherwise. */
export function fieldAt(text: string, at: number, limit: number): number | undefined {
  const end = nameEnd(text, at, limit);
  if (end === at) return undefined;
  const equals = skipSpace(text, end, limit);
  return equals < limit && text.charCodeAt(equals) === 61 ? equals : undefined;
}

/** The end of a field's or macro's name, or of a number: anything but white space and BibTeX's own punctuation. */
export function nameEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && !endsName(text.charCodeAt(end))) end += 1;
  return end;
}

const namesEnd = new Set([...'{}()",=#@ \t\r\n'].map(character => character.charCodeAt(0)));
const endsAscii = Uint8Array.from({ length: 128 }, (_, code) => (namesEnd.has(code) ? 1 : 0));

function endsName(code: number): boolean {
  return code < 128 ? endsAscii[code] === 1 : code === 0xfeff || code === 0xa0;
}
