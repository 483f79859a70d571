import { CST, Lexer } from 'yaml';
import type { SyntaxProblem } from './located.js';
import type { Patch } from './patches.js';
import { depthLimit, problem, signLimit, yamlCodes } from './problems.js';
import type { Rows } from './rows.js';

/**
 * The offset of the line before which a text has as many signs that can start a value as may be read; undefined when it
 * has no more than that. The parser needs about a kilobyte for each, so that bytes alone do not bound it.
 */
export function tooManyAt(text: string): number | undefined {
  if (text.length <= signLimit) return undefined;
  let signs = 0;
  let line = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 10:
      case 13:
        line = at + 1;
        signs++;
        break;
      // The signs are " # & ' * , - : ? [ { in this order; inside prose they are few.
      case 34:
      case 35:
      case 38:
      case 39:
      case 42:
      case 44:
      case 45:
      case 58:
      case 63:
      case 91:
      case 123:
        signs++;
    }
    if (signs > signLimit) return line;
  }
  return undefined;
}

/**
 * Finds what nests deeper than `depthLimit`, before the parser, which recurses, sees it. Ordinary texts are looked at
 * cheaply; the lexer, which knows text from brackets, decides only where that look is alarmed. The top-level entries
 * that are too deep are cut out.
 */
export function cutTooDeep(rows: Rows): { patches: Patch[]; problems: SyntaxProblem[] } {
  const patches: Patch[] = [];
  const problems: SyntaxProblem[] = [];
  if (!mayBeDeep(rows)) return { patches, problems };
  let from = 0;
  while (from < rows.text.length) {
    const at = tooDeepAt(rows.text, from);
    if (at === undefined) break;
    const line = rows.lineOf(at);
    const start = rows.row(entryStart(rows, line, from)).start;
    const end = entryEnd(rows, line);
    patches.push({ start: Math.max(start, from), end, text: '' });
    problems.push(problem(yamlCodes.tooDeep, [at, at + 1], { line: line + 1 }));
    from = end;
  }
  return { patches, problems };
}

/** An upper bound of the depth from brackets, indentation and indicators, wherever they stand. */
function mayBeDeep(rows: Rows): boolean {
  const { text } = rows;
  const indents: number[] = [];
  let open = 0;
  for (let line = 0; line < rows.count; line++) {
    const { start, end, content } = rows.row(line);
    if (content === end) continue;
    const indent = content - start;
    while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
    indents.push(indent);
    let signs = 0;
    for (let at = content; at < end; at++) {
      const code = text.charCodeAt(at);
      // `[` and `{`, `]` and `}`, then `-`, `:` and `?`.
      if (code === 91 || code === 123) open++;
      else if ((code === 93 || code === 125) && open > 0) open--;
      else if (code === 45 || code === 58 || code === 63) signs++;
      if (open + signs + indents.length > depthLimit) return true;
    }
  }
  return false;
}

/** The offset at which the lexer's tokens nest too deeply; undefined when they nowhere do. */
function tooDeepAt(text: string, from: number): number | undefined {
  const indents: number[] = [];
  const colons: number[] = [];
  let offset = from;
  let signs = 0;
  let column = 0;
  let atStart = true;
  let scalar = false;
  for (const source of new Lexer().lex(text.slice(from))) {
    const type: CST.TokenType | null = scalar ? 'scalar' : CST.tokenType(source);
    const marker = type === 'doc-mode' || type === 'flow-error-end' || (type === 'scalar' && !scalar);
    scalar = type === 'scalar' && !scalar;
    if (type === 'flow-error-end') colons.length = 0;
    if (marker) continue;
    if (type === 'newline') {
      atStart = true;
      column = 0;
      signs = 0;
    } else if (type === 'space' && atStart) column += source.length;
    else {
      if (atStart && colons.length === 0) {
        while (indents.length > 0 && indents.at(-1)! >= column) indents.pop();
        indents.push(column);
      }
      atStart = false;
      if (type === 'flow-map-start' || type === 'flow-seq-start') colons.push(0);
      else if (type === 'flow-map-end' || type === 'flow-seq-end') colons.pop();
      else if (type === 'comma') colons[colons.length - 1] = 0;
      else if (type === 'map-value-ind' && colons.length > 0) colons[colons.length - 1] = (colons.at(-1) ?? 0) + 1;
      else if (type === 'map-value-ind' || type === 'seq-item-ind' || type === 'explicit-key-ind') signs++;
      if (indents.length + signs + colons.length + (colons.at(-1) ?? 0) > depthLimit) return offset;
    }
    offset += source.length;
  }
  return undefined;
}

/** The line at which the top-level entry around a line starts. */
function entryStart(rows: Rows, line: number, from: number): number {
  let first = line;
  while (first > 0 && rows.row(first).start > from && !isTopLevel(rows, first)) first--;
  return first;
}

function entryEnd(rows: Rows, line: number): number {
  let next = line + 1;
  while (next < rows.count && !isTopLevel(rows, next)) next++;
  return next < rows.count ? rows.row(next).start : rows.text.length;
}

function isTopLevel(rows: Rows, line: number): boolean {
  const { start, content, end } = rows.row(line);
  return content === start && end > start && !/[\s#[\]{},]/.test(rows.text[start]!);
}
