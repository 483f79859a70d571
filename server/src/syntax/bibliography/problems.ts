import type { Span } from '../../text/span.js';
import type { SyntaxProblem } from '../yaml/located.js';

/** The codes that reading a bibliography can give. */
export const bibliographyProblem = {
  /**
   * An entry, or a part of it, cannot be read. Whatever else of it can be read is kept, and so are all other entries.
   * Data: `line` (from 1, as people count), `detail` (an `UnreadableDetail`), `key` ('' while none is known).
   */
  unreadable: 'bibliography.unreadable',
  /**
   * A later entry has the key of an earlier one, or one that differs from it by case or by Unicode form only. Both stay
   * among the works. At the later key. Data: `key` and `first` (the two spellings), `line` and `firstLine` (from 1).
   */
  duplicateKey: 'bibliography.duplicate-key',
  /**
   * An entry has no key, so nothing can cite it, and it is not among the works.
   * Data: `line` (from 1), `title` ('' when it has none either).
   */
  noKey: 'bibliography.no-key',
} as const;

/**
 * What exactly cannot be read. The rule that makes the message has a sentence for each.
 * - `never-closed`: the entry, list or file ends before its closing bracket.
 * - `closed-early`: more fields follow after the bracket that closes the entry.
 * - `bracket-missing`: an entry's type without the opening bracket.
 * - `comma-missing`: no comma between two fields or two entries.
 * - `equals-missing`: a field's name without `=` (BibTeX) or `:` (JSON).
 * - `value-missing`: a field without a value.
 * - `value-unclosed`: a value's bracket or quotation mark is never closed.
 * - `name-missing`: something that is not a field stands where a field should start.
 * - `not-an-entry`: something that is not an entry stands where one should start.
 * - `no-type`: the fields of a RIS record without the `TY` line that starts it.
 * - `too-deep`: more brackets within one another than any bibliography needs.
 */
export type UnreadableDetail =
  | 'never-closed'
  | 'closed-early'
  | 'bracket-missing'
  | 'comma-missing'
  | 'equals-missing'
  | 'value-missing'
  | 'value-unclosed'
  | 'name-missing'
  | 'not-an-entry'
  | 'no-type'
  | 'too-deep';

/** A problem before its line is known: the readers count no lines. */
export interface Unlined {
  readonly code: string;
  readonly at: Span;
  readonly data: Readonly<Record<string, string | number>>;
}

/**
 * As many problems as anyone can use. A file that is no bibliography at all would otherwise give one for every line.
 */
export const mostProblems = 1000;

/** Adds a problem, unless there are more than enough. */
export function report(problems: Unlined[], problem: Unlined): void {
  if (problems.length < mostProblems) problems.push(problem);
}

/** An entry or part of one that cannot be read. */
export function unreadable(at: Span, detail: UnreadableDetail, key = ''): Unlined {
  return { code: bibliographyProblem.unreadable, at, data: { detail, key } };
}

/** An entry without a key. */
export function noKey(at: Span, title: string | undefined): Unlined {
  return { code: bibliographyProblem.noKey, at, data: { title: title ?? '' } };
}

/**
 * The same problems in the order of the text, each with the line on which it starts. `other` may name a second place
 * whose line goes into `firstLine`. One pass over the text, and none when there is no problem.
 */
export function withLines(text: string, problems: readonly (Unlined & { other?: number })[]): SyntaxProblem[] {
  const offsets: number[] = [];
  for (const problem of problems) {
    offsets.push(problem.at[0]);
    if (problem.other !== undefined) offsets.push(problem.other);
  }
  offsets.sort((a, b) => a - b);
  const lineOf = new Map<number, number>();
  let line = 1;
  let position = 0;
  for (const offset of offsets) {
    for (; position < offset; position += 1) {
      const code = text.charCodeAt(position);
      if (code === 10 || (code === 13 && text.charCodeAt(position + 1) !== 10)) line += 1;
    }
    lineOf.set(offset, line);
  }
  return problems
    .map(({ code, at, data, other }) => ({
      code,
      at,
      data: {
        ...data,
        line: lineOf.get(at[0]) ?? 1,
        ...(other === undefined ? {} : { firstLine: lineOf.get(other) ?? 1 }),
      },
    }))
    .sort((a, b) => a.at[0] - b.at[0]);
}
