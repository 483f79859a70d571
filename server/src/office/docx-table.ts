import {
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { TableRow as MdRow, Table as MdTable } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { columnShares, leastWidth } from '../documents/widths.js';
import { inline } from './docx-inline.js';
import { sizes } from './docx-measures.js';

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const rule: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const hairline: IBorderOptions = { style: BorderStyle.SINGLE, size: 2, color: 'BFBFBF' };

/** Letters get smaller where words would break otherwise; in half points. */
const tableSizes = [sizes.table, 17, 16, 15, 14] as const;

/** Longer rows may go over to the next page: one that is kept whole and fits on none would be cut off. In letters. */
const keptWhole = 1200;

/**
 * A table as journals set it: rules above, below and under the headings, which stand again on each page.
 *
 * @param width of the text, in twentieths of a point
 * @param notes whether notes come under it, which then are on a page with its last row
 */
export function wordTable(table: MdTable, width: number, notes = false): Table {
  const [head, ...rows] = table.children;
  const count = head?.children.length ?? 1;
  const needed = leastWidth(table);
  const size = tableSizes.find(each => needed <= width / (each * 10)) ?? tableSizes.at(-1)!;
  const shares = columnShares(table, width / (size * 10));
  const columnWidths = shares.map(share => Math.floor(share * width));
  return new Table({
    width: { size: columnWidths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    borders: { top: rule, bottom: rule, left: none, right: none, insideHorizontal: hairline, insideVertical: none },
    rows: [
      ...(head ? [wordRow(head, count, columnWidths, { heading: true, size, kept: true })] : []),
      ...rows.map((row, index) =>
        wordRow(row, count, columnWidths, { heading: false, size, kept: notes && index === rows.length - 1 }),
      ),
    ],
  });
}

function wordRow(
  row: MdRow,
  count: number,
  widths: readonly number[],
  { heading, size, kept }: { heading: boolean; size: number; kept: boolean },
): TableRow {
  // A cell by itself is the heading of the rows under it, and stays with them.
  const subheading = row.children.length === 1 && count > 1;
  const letters = row.children.reduce((sum, cell) => sum + textOf(cell).length, 0);
  return new TableRow({
    tableHeader: heading,
    cantSplit: letters < keptWhole,
    children: row.children.map(
      (cell, index) =>
        new TableCell({
          width: {
            size: subheading ? widths.reduce((sum, each) => sum + each, 0) : (widths[index] ?? 0),
            type: WidthType.DXA,
          },
          ...(subheading && { columnSpan: count, shading: { fill: 'F2F2F2', color: 'auto' } }),
          ...(heading && { borders: { top: rule, bottom: rule } }),
          children: [
            new Paragraph({
              style: 'TableText',
              keepNext: kept || subheading,
              children: inline(cell.children, {
                ...(size !== sizes.table && { size }),
                ...((heading || subheading) && { bold: true }),
              }),
            }),
          ],
        }),
    ),
  });
}
