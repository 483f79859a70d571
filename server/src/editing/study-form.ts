/** What the two forms of a study share on the way from one to the other. Texts here have `\n` alone between lines. */

/** A study in its other form, or why it cannot be had. */
export type Converted = { readonly text: string } | { readonly refused: string };

/** A quote of a participant or a reading of the authors, with what is said of it. */
export interface Said {
  readonly kind: 'finding';
  readonly order: 1 | 2;
  readonly text: string;
  readonly locator?: string;
  readonly themes: readonly string[];
  readonly aspects: readonly string[];
  readonly credibility?: string;
}

/**
 * What stands among the findings and is none: in Markdown a comment, a callout or a heading, in YAML the lines of a
 * comment. A callout and a heading are written there with their signs, `> [!note]` and `###`, and so come back.
 */
export interface Aside {
  readonly kind: 'aside';
  readonly lines: readonly string[];
}

export type Item = Said | Aside;

export function refused(reason: string): { readonly refused: string } {
  return { refused: reason };
}

/** Lines with nothing empty before the first and after the last, and no white space at their ends but hard breaks. */
export function trimmedLines(text: string): string {
  return text
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .replace(/^[ \t]+$/gm, '');
}

/** The number of a line as people count. */
export function lineNumber(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
