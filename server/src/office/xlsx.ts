import { widthOf } from '../documents/widths.js';
import type { Grid } from '../reports/report-kind.js';
import { escapedXml } from './xml.js';
import { packed } from './zip.js';

/** A cell holds no more letters: with more, Excel takes the whole file for broken. */
const longestCell = 32_767;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes rows as a workbook of one sheet, ready to be filtered, its headings always in view. Numbers are numbers; all else is
 * text and stays text, whatever sign it begins with. The same bytes on every run.
 */
export function xlsx({ header, rows }: Grid, title: string): Uint8Array {
  const name = sheetName(title);
  const range = `A1:${columnName(header.length - 1)}${rows.length + 1}`;
  const quoted = `'${name.replace(/'/g, "''")}'`;
  const absolute = range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return packed(
    new Map([
      [
        '[Content_Types].xml',
        `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          '<Default Extension="xml" ContentType="application/xml"/>' +
          `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
          `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>` +
          `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
          '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
          '</Types>',
      ],
      [
        '_rels/.rels',
        `${declaration}<Relationships xmlns="${relations}">` +
          `<Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/>` +
          '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' +
          '</Relationships>',
      ],
      [
        'docProps/core.xml',
        `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
          'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
          `<dc:title>${escapedXml(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`,
      ],
      [
        'xl/workbook.xml',
        `${declaration}<workbook xmlns="${main}" xmlns:r="${office}/relationships">` +
          `<sheets><sheet name="${escapedXml(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames>` +
          `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${escapedXml(`${quoted}!${absolute}`)}</definedName>` +
          `<definedName name="_xlnm.Print_Titles" localSheetId="0">${escapedXml(`${quoted}!$1:$1`)}</definedName>` +
          '</definedNames></workbook>',
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `${declaration}<Relationships xmlns="${relations}">` +
          `<Relationship Id="rId1" Type="${office}/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
          `<Relationship Id="rId2" Type="${office}/relationships/styles" Target="styles.xml"/></Relationships>`,
      ],
      ['xl/styles.xml', styles],
      ['xl/worksheets/sheet1.xml', sheet({ header, rows }, range)],
    ]),
  );
}

/** Styles of cells by their place in the list below. */
const styleOf = { header: 1, text: 2, number: 3 } as const;

const styles =
  `${declaration}<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills>' +
  '<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
  // 49 is the format of text: what is typed into such a cell later is no formula either.
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs>' +
  '</styleSheet>';

function sheet({ header, rows }: Grid, range: string): string {
  // Excel counts in digits, which are half as wide as letters are high; the filter's button takes room, too.
  const widths = header.map((heading, index) => {
    const widest = rows.reduce((most, row) => Math.max(most, widthOf(String(row[index] ?? ''))), 0);
    return Math.min(60, Math.max(widthOf(heading) * 2.2 + 4, widest * 2.2 + 2, 6));
  });
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width.toFixed(1)}" customWidth="1"/>`,
  );
  const lines = [header, ...rows].map((row, line) => {
    const cells = row.map((value, index) => cell(value, `${columnName(index)}${line + 1}`, line === 0));
    // Not every program finds out by itself how high a row of several lines is.
    const high = row.reduce<number>(
      (most, value, index) => Math.max(most, linesOf(String(value), widths[index] ?? 6)),
      1,
    );
    return `<row r="${line + 1}" ht="${Math.min(409, 15 * high + (line === 0 ? 6 : 1))}" customHeight="1">${cells.join('')}</row>`;
  });
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="${range}"/><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="${range}"/>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
  );
}

/** How many lines a text takes in a column, with some to spare. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((widthOf(line) * 2.2) / width)), 0);
}

function cell(value: string | number, at: string, heading: boolean): string {
  if (typeof value === 'number' && Number.isFinite(value))
    return `<c r="${at}" s="${styleOf.number}"><v>${value}</v></c>`;
  const style = heading ? styleOf.header : styleOf.text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(String(value))}</t></is></c>`;
}

/** Excel reads `_x0041_` in a text as the letter A, unless its own first sign is written so. */
function cellText(text: string): string {
  return escapedXml(text.slice(0, longestCell)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** A to Z, then AA and on. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (Math.max(0, index) % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Names of sheets have at most 31 signs, none of which means something in a formula. */
function sheetName(title: string): string {
  const name = title
    .replace(/[[\]:*?/\\\p{Cc}\p{Cs}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+/, '');
  return (
    [...name]
      .slice(0, 31)
      .join('')
      .slice(0, 31)
      .replace(/[' ]+$/, '') || 'Sheet'
  );
}
