import type { Lines } from '../../text/lines.js';
import { parseRow, type Row, unquoted } from './yaml-row.js';

const plainKey = /([\w-]*\w):(?=\s|$)/y;

/** The lines of a stretch of YAML: a whole file, or the head of a Markdown study. */
export class YamlLines {
  /** @param first and `last`: the lines of the text that are YAML, both included */
  constructor(
    readonly text: string,
    readonly lines: Lines,
    readonly first: number,
    readonly last: number,
  ) {}

  row(line: number): Row {
    return parseRow(this.raw(line));
  }

  raw(line: number): string {
    const [start, end] = this.lines.lineSpan(line);
    return this.text.slice(start, end);
  }

  /** The column of a line's first sign; -1 for a line that says nothing: blank, or a comment alone. */
  indent(line: number): number {
    const start = this.lines.offsetAt(line, 0);
    let at = start;
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    const sign = this.text[at];
    return sign === undefined || sign === '\n' || sign === '\r' || sign === '#' ? -1 : at - start;
  }

  /** The key of a line that is set in to a column and opens no list; undefined where there is none. */
  private keyOf(line: number, column: number): string | undefined {
    // Nearly all keys are plain names, which need not be taken apart: a rater's file may have ten thousand.
    plainKey.lastIndex = this.lines.offsetAt(line, column);
    const plain = plainKey.exec(this.text);
    if (plain) return plain[1];
    const row = this.row(line);
    return row.dashes.length === 0 ? row.key?.name : undefined;
  }

  /**
   * The other keys of the map whose keys stand at a column, by a line of that map.
   *
   * @param opens true when the line itself opens the map behind a hyphen
   */
  keysBeside(line: number, column: number, opens: boolean): string[] {
    const keys: string[] = [];
    for (let at = line - 1; !opens && at >= this.first; at--) {
      const indent = this.indent(at);
      if (indent < 0 || indent > column) continue;
      if (indent === column) {
        const key = this.keyOf(at, column);
        if (key !== undefined) keys.push(key);
        continue;
      }
      const row = this.row(at);
      if (row.dashes.length > 0 && row.content === column && row.key) keys.push(row.key.name);
      break;
    }
    for (let at = line + 1; at <= this.last; at++) {
      const indent = this.indent(at);
      if (indent < 0 || indent > column) continue;
      if (indent < column) break;
      const key = this.keyOf(at, column);
      if (key !== undefined) keys.push(key);
    }
    return keys;
  }

  /** The other items of the list whose hyphens stand at a column: what each says, or its first key. */
  itemsBeside(line: number, column: number): { readonly items: readonly string[]; readonly above: number } {
    const items: string[] = [];
    let above = 0;
    for (const step of [-1, 1]) {
      for (let at = line + step; at >= this.first && at <= this.last; at += step) {
        const indent = this.indent(at);
        if (indent < 0 || indent > column) continue;
        const row = this.row(at);
        if (indent < column || row.dashes.length === 0) break;
        if (step < 0) above++;
        const said = row.key?.name ?? unquoted(row.text.slice(row.content, row.end));
        if (said !== '') items.push(said);
      }
    }
    return { items, above };
  }
}
