import type { Place } from '../text/span.js';

/** What a hover shows: Markdown, and the words it is about. */
export interface Hover {
  readonly markdown: string;
  readonly range: Place;
}

/** Words of a file inside a hover: text that looks like Markdown or HTML stays text. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&$]/g, match => `\\${match}`);
}

/** How a feature names a place to go to; the editor's side knows the addresses. */
export interface Links {
  /** The address of a line (from 0) of a file of the review. */
  to(path: string, line: number): string;
}

/** A Markdown link to a place in the review. */
export function link(words: string, address: string): string {
  return `[${escapeMarkdown(words)}](${address.replace(/[()\s]/g, match => encodeURIComponent(match))})`;
}
