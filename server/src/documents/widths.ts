import type { Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** How wide a letter of a text face is, in parts of its size: near enough to share out the width of a page. */
function letterWidth(letter: string): number {
  if (/[iljtfr.,;:'’|!()[\]/ ]/.test(letter)) return 0.3;
  if (/[mwMW@%—]/.test(letter)) return 0.8;
  if (/[A-ZÀ-ÞΑ-ΩА-Я0-9&=+<>~#]/.test(letter)) return 0.62;
  return letter.codePointAt(0)! >= 0x2e80 ? 1 : 0.48;
}

/** What stands in for a face that a machine does not have may be so much wider; a word must not break for it. */
const spare = 1.3;

/** The width of a text on one line, in parts of its size. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width;
}

/** The widths of an A4 page that stands and of one that lies on its side, within margins of 2 cm, in letters of 9 points. */
export const pageWidths = { upright: 53, wide: 80 } as const;

/** What is left free in a cell, both sides together, in parts of the size of the letters. */
const padding = 1.2;

/** The width that a table needs for no word to break, in parts of the size of its letters. */
export function leastWidth(table: Table): number {
  return columnsOf(table).reduce((total, { least }) => total + least, 0);
}

interface ColumnWidths {
  /** With its longest word on one line. */
  readonly least: number;
  /** With its longest cell on one line. */
  readonly wished: number;
}

function columnsOf(table: Table): ColumnWidths[] {
  const [head, ...rows] = table.children;
  const count = head?.children.length ?? 0;
  const whole = rows.filter(row => row.children.length === count);
  return Array.from({ length: count }, (_, index) => {
    const heading = textOf(head?.children[index]);
    const cells = whole.map(row => textOf(row.children[index]));
    // Headings are set in bold, which is wider.
    const words = [...wordWidths(heading).map(width => width * 1.1), ...cells.flatMap(wordWidths)];
    const least = words.reduce((most, width) => Math.max(most, width), 0.5) * spare + padding;
    const wished = cells.reduce(
      (most, cell) => Math.max(most, widthOf(cell) + padding),
      widthOf(heading) * 0.6 + padding,
    );
    return { least, wished: Math.max(least, wished) };
  });
}

/**
 * Shares out the width of a page among the columns of a table: each is wide enough for its longest word, where that is possible
 * at all, and what is left goes to those with more to say, so that the table gets no longer than it must.
 *
 * @param available the width of the page, in parts of the size of the letters
 * @returns for each column its part of the page; together 1
 */
export function columnShares(table: Table, available: number): number[] {
  // One column of a very long word, an address perhaps, leaves room for the others.
  const columns = columnsOf(table).map(({ least, wished }) => {
    const bounded = Math.min(least, available * 0.4);
    return { least: bounded, wished: Math.max(bounded, Math.min(wished, available * 0.9)) };
  });
  const least = columns.reduce((total, column) => total + column.least, 0);
  const wished = columns.reduce((total, column) => total + column.wished, 0);
  const spread = least >= available ? 0 : wished <= available ? 1 : (available - least) / (wished - least);
  const widths = columns.map(column => column.least + (column.wished - column.least) * spread);
  const total = widths.reduce((all, width) => all + width, 0);
  return widths.map(width => width / total);
}

function wordWidths(cell: string): number[] {
  return cell.split(/\s+|(?<=[-–/])/).map(widthOf);
}
