import type { BlockContent, Heading, List, ListItem, Node, Paragraph, PhrasingContent, Root, Table, Text } from 'mdast';
import type { Drawn } from '../figures/drawn.js';

/**
 * The tree in which every report is made: mdast, and one node of our own for a group of citations, so that each format can
 * write citations in its own way and text is never mistaken for them.
 */
export interface CitationGroup extends Node {
  readonly type: 'citationGroup';
  readonly citations: readonly { readonly key: string; readonly prefix?: string }[];
}

/**
 * A picture that the software draws. Its bytes are the same on every run. Formats show it in their own way: inside a page or a
 * Word file, or as a file beside a Markdown text.
 */
export interface Figure extends Node {
  readonly type: 'figure';
  /** What its file is called, without an ending: `flow`, `appraisal-bars`. */
  readonly name: string;
  readonly svg: string;
  /** Size in CSS pixels, as the drawing itself says. */
  readonly width: number;
  readonly height: number;
  /** What the picture says, for those who do not see it. */
  readonly alt: string;
}

/** A table or a figure with what stands over and under it. */
export interface Captioned extends Node {
  readonly type: 'captioned';
  /** Without a number and "Table": whoever writes the document counts. */
  readonly caption: string;
  readonly content: Table | Figure;
  /** Abbreviations and footnotes, each a paragraph under it. */
  readonly notes: readonly Paragraph[];
  /** True where it wants a page on its side. */
  readonly wide: boolean;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citationGroup: CitationGroup;
  }
  interface BlockContentMap {
    figure: Figure;
    captioned: Captioned;
  }
  interface RootContentMap {
    citationGroup: CitationGroup;
    figure: Figure;
    captioned: Captioned;
  }
}

export type Report = Root;

export function text(value: string): Text {
  return { type: 'text', value };
}

export function heading(depth: number, words: string): Heading {
  return { type: 'heading', depth: Math.min(6, Math.max(1, depth)) as Heading['depth'], children: [text(words)] };
}

export function paragraph(...children: readonly (string | PhrasingContent)[]): Paragraph {
  return { type: 'paragraph', children: children.map(child => (typeof child === 'string' ? text(child) : child)) };
}

export function strong(words: string): PhrasingContent {
  return { type: 'strong', children: [text(words)] };
}

export function emphasis(words: string): PhrasingContent {
  return { type: 'emphasis', children: [text(words)] };
}

/** A list of points, each a paragraph or blocks of its own. */
export function bullets(items: readonly (readonly BlockContent[])[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((children): ListItem => ({ type: 'listItem', spread: false, children: [...children] })),
  };
}

/** What stands in a cell of a table: text, or words with citations and emphasis among them. */
export type Cell = string | readonly PhrasingContent[];

/**
 * A table. A row of one cell, where there are several columns, is the heading of the rows under it.
 */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  const row = (cells: readonly Cell[]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map(cell => ({
      type: 'tableCell',
      children: typeof cell === 'string' ? [text(cell)] : [...(cell as PhrasingContent[])],
    })),
  });
  return { type: 'table', align: header.map(() => null), children: [row(header), ...rows.map(row)] };
}

/**
 * A drawing as a figure.
 *
 * @param alt what it says, for those who do not see it; the drawing itself tells every number of it
 */
export function figure(name: string, alt: string, { svg, width, height }: Drawn): Figure {
  return { type: 'figure', name, svg, width, height, alt };
}

/** A table or figure under its caption. */
export function captioned(
  caption: string,
  content: Table | Figure,
  { notes = [], wide = false }: { readonly notes?: readonly Paragraph[]; readonly wide?: boolean } = {},
): Captioned {
  return { type: 'captioned', caption, content, notes, wide };
}

export function report(children: Root['children']): Report {
  return { type: 'root', children };
}
