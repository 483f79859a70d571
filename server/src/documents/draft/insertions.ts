import type { Piece } from '../../editing/pieces.js';

/** Something that is put into a text as blocks of its own. */
export interface Insertion {
  readonly at: number;
  /** Its lines, broken by `\n`, without empty ones around them. */
  readonly text: string;
}

/**
 * Pieces that put blocks into a text, an empty line before and behind each, with the line breaks that the text has. What goes in at
 * one place stays in the order in which it is given.
 */
export function inserted(text: string, insertions: readonly Insertion[]): Piece[] {
  const byPlace = new Map<number, string[]>();
  for (const { at, text: put } of insertions) byPlace.set(at, [...(byPlace.get(at) ?? []), put]);
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return [...byPlace].map(([at, puts]) => {
    const before = text.slice(0, at);
    const put = `${opening(before)}${puts.join('\n\n')}${closing(before, text.slice(at))}`;
    return { span: [at, at], text: put.replace(/\n/g, lineBreak) };
  });
}

function opening(before: string): string {
  if (before.trim() === '') return before === '' || /[\r\n]$/.test(before) ? '' : '\n';
  if (!/[\r\n][^\S\r\n]*$/.test(before)) return '\n\n';
  return /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*$/.test(before) ? '' : '\n';
}

function closing(before: string, behind: string): string {
  if (behind === '') return '\n';
  // Behind the end of a line that line's own break comes next, and may be all that is needed.
  const inLine = before !== '' && !/[\r\n]$/.test(before);
  if (inLine) return /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:[\r\n]|$)/.test(behind) ? '' : '\n';
  return /^[^\S\r\n]*[\r\n]/.test(behind) ? '\n' : '\n\n';
}
