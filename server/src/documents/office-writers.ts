import type { DrawPng } from '../figures/drawn.js';
import type { Grid } from '../reports/report-kind.js';
import type { Paper } from './paper.js';

/** Writers of office files. They are code of some size, which a host loads when one is called for. */
export interface OfficeWriters {
  /** A Word file. @param png for programs that show no SVG */
  docx(paper: Paper, png?: DrawPng): Promise<Uint8Array>;
  /** A workbook of one sheet. */
  xlsx(grid: Grid, title: string): Uint8Array;
}
