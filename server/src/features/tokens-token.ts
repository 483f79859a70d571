/**
 * What a word is to the review. `firstOrder` is a participant's words, `reading` the study authors' prose; names of themes
 * are `secondOrder`, names and headings of constructs `thirdOrder`. `study` is an included study wherever it is cited,
 * `work` any other work. `checkedNumber` is the definition behind a number of the manuscript.
 */
export const tokenTypes = [
  'firstOrder',
  'reading',
  'secondOrder',
  'thirdOrder',
  'study',
  'work',
  'checkedNumber',
] as const;

/** `contrary`: cited against the finding. `unknown`: a name that the review does not have. `declaration`: where it is defined. */
export const tokenModifiers = ['declaration', 'contrary', 'unknown'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

/** A stretch of one line, in UTF-16 units from 0. */
export interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Lines of a file, both included. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}
