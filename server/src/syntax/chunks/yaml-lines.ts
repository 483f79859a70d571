import { isBlank } from '../yaml/rows.js';

/** A line of a YAML text that is being cut: offsets, and what can be told of it without reading it. */
export interface YamlLine {
  readonly start: number;
  /** The first character that is not a space or a tab; `end` in a blank line. */
  readonly content: number;
  /** Before the line break. */
  readonly end: number;
  /** After the line break. */
  readonly next: number;
}

/** The line that starts at an offset. Like the YAML reader, it ends a line at a lone `\r` too. */
export function lineAt(text: string, start: number): YamlLine {
  let content = start;
  while (isBlank(text[content])) content++;
  let end = content;
  for (let code = text.charCodeAt(end); end < text.length && code !== 10 && code !== 13; )
    code = text.charCodeAt(++end);
  const crlf = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10;
  return { start, content, end, next: Math.min(text.length, end + (crlf ? 2 : 1)) };
}

/** True for a line that says nothing: blank, or a comment. */
export function isSilent(text: string, { content, end }: YamlLine): boolean {
  return content === end || text[content] === '#';
}

/**
 * The offset of the colon when a line looks like `key:` or `key: value`; undefined for any other. Lines that start with a sign of
 * YAML's own may be entries too, in rare and valid YAML: they are left to the entry above.
 */
export function keyColon(text: string, { content, end }: YamlLine): number | undefined {
  const sign = text[content]!;
  if (content === end || '#[]{},&*!|>%@`'.includes(sign)) return undefined;
  if ('-?:'.includes(sign) && (content + 1 === end || isBlank(text[content + 1]))) return undefined;
  if (sign === '"' || sign === "'") {
    let at = content + 1;
    while (at < end && text[at] !== sign) at += sign === '"' && text[at] === '\\' ? 2 : 1;
    at++;
    while (at < end && isBlank(text[at])) at++;
    return at < end && text[at] === ':' && (at + 1 === end || isBlank(text[at + 1])) ? at : undefined;
  }
  for (let at = content; at < end; at++) {
    const character = text[at];
    if (character === '#' && isBlank(text[at - 1])) return undefined;
    if (character === ':' && (at + 1 === end || isBlank(text[at + 1]))) return at;
  }
  return undefined;
}

/** True when nothing but a comment follows a colon on its line. */
export function isBare(text: string, colon: number, end: number): boolean {
  let at = colon + 1;
  while (at < end && isBlank(text[at])) at++;
  return at === end || (text[at] === '#' && at > colon + 1);
}
