import Papa from 'papaparse';

/** Writes rows as RFC 4180 CSV. A cell that a spreadsheet would take for a formula is written as text. */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse({ fields: [...header], data: rows.map(row => [...row]) }, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
