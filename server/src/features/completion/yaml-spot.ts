import { type FlowSpot, flowSpot } from './yaml-flow.js';
import type { YamlLines } from './yaml-lines.js';
import { closingQuote, isSpace, parseRow, type Row } from './yaml-row.js';

/** A way down from the root: names of keys, places in lists (0 where the place does not matter). */
export type YamlPath = readonly (string | number)[];

/**
 * Where a cursor stands in YAML, found by walking up the lines before it by their indentation. The text need not be
 * readable: an unfinished list, a key without its colon, a file cut anywhere.
 */
export interface YamlSpot {
  /** What the word under the cursor is the value of; where it is a key, the map that it belongs to. */
  readonly path: YamlPath;
  /**
   * `line`: at the start of a line or behind a hyphen, where a key as well as a value may be meant; `value`: behind a
   * colon on the same line; `item`: between the brackets of a list; `field`: a key between braces.
   */
  readonly place: 'line' | 'value' | 'item' | 'field';
  /** Columns of the whole word on the cursor's line, without quotation marks. */
  readonly from: number;
  readonly to: number;
  /** The sign that closes the word is missing: `"` or `'`, or nothing. */
  readonly unclosed: '' | '"' | "'";
  /** The quotation marks around the word. */
  readonly quote: '' | '"' | "'";
  /** True when a colon stands behind the word: it is a key already. */
  readonly colon: boolean;
  /** True where a colon or hyphen touches the word without the space that must part them. */
  readonly glued: boolean;
  /** True behind the hyphen of a list. */
  readonly dash: boolean;
  /** How the others of this level are written, where there are any. */
  readonly form: 'list' | 'map' | undefined;
  /** What stands at this level besides: keys, or items. */
  readonly others: readonly string[];
  /** The keys that the entry has besides, where the word may be one of its keys. */
  readonly keys: readonly string[];
  /** The place of the item in its list, from 0. */
  readonly index: number;
  /** The white space at the start of the line, and the column at which the word's own fields would be set in from. */
  readonly margin: number;
  readonly column: number;
}

/** How deep a text is followed; deeper ones are made to break readers. */
const deepest = 40;

export function yamlSpot(yaml: YamlLines, line: number, character: number): YamlSpot | undefined {
  const raw = yaml.raw(line);
  const row = parseRow(raw);
  if (character > row.comment) return undefined;
  const blank = row.indent === raw.length;
  // Lines are set in with spaces; behind a tab nobody knows where a line belongs.
  if (raw.slice(0, row.indent).includes('\t')) return undefined;
  const column = blank ? character : row.indent;
  if (!blank && character < row.content) return undefined;
  const parent = parentOf(yaml, line, column, row.dashes.length > 0, 0);
  if (!parent) return undefined;
  if (parent.open) return inFlow(yaml, parent.open, parent.path, line, character);
  const path = [...parent.path, ...row.dashes.map(() => 0)];
  const margin = Math.min(row.indent, column);
  const after = row.content >= row.end ? nextLevel(yaml, line, column, row) : undefined;
  if (after === 'other') return undefined;
  if (row.key && character > row.key.colon) {
    if (row.value >= row.end && hasBelow(yaml, line, row.key.from)) return undefined;
    return inValue(yaml, row, [...path, row.key.name], line, character, margin, parent.form);
  }
  return onLine(
    yaml,
    { ...row, content: blank ? character : row.content },
    path,
    line,
    character,
    margin,
    parent.form ?? after,
  );
}

/** True where the value of a key stands on the lines below it. */
function hasBelow(yaml: YamlLines, line: number, column: number): boolean {
  for (let at = line + 1; at <= yaml.last; at++) {
    const indent = yaml.indent(at);
    if (indent >= 0) return indent > column || (indent === column && yaml.row(at).dashes.length > 0);
  }
  return false;
}

/**
 * How what follows an empty line goes on at its level. `other` where it belongs to something above the line, which would
 * lose it to whatever is put in here, or is a value already.
 */
function nextLevel(
  yaml: YamlLines,
  line: number,
  column: number,
  { dashes, content }: Row,
): 'list' | 'map' | 'other' | undefined {
  const deepest = dashes.at(-1) ?? column;
  for (let at = line + 1; at <= yaml.last; at++) {
    const indent = yaml.indent(at);
    if (indent < 0) continue;
    if (indent > deepest) return dashes.length > 0 && indent === content ? undefined : 'other';
    if (indent < column || dashes.length > 0) return undefined;
    const row = yaml.row(at);
    if (row.dashes.length > 0) return 'list';
    return row.key ? 'map' : 'other';
  }
  return undefined;
}

function onLine(
  yaml: YamlLines,
  row: Row,
  path: YamlPath,
  line: number,
  character: number,
  margin: number,
  form: YamlSpot['form'],
): YamlSpot | undefined {
  const { key, dashes } = row;
  const dashAt = dashes.at(-1);
  if (!key && /^[[{]/.test(row.text.slice(row.content))) {
    const [start] = yaml.lines.lineSpan(line);
    return inFlow(yaml, start + row.content, path, line, character);
  }
  const word = key ? { from: key.from, to: key.to } : { from: Math.min(row.content, character), to: row.end };
  const quoted = withoutQuotes(row.text, word.from, Math.max(word.to, character), character);
  if (!quoted) return undefined;
  const { items, above } = dashAt === undefined ? { items: [], above: 0 } : yaml.itemsBeside(line, dashAt);
  const keys = yaml.keysBeside(line, row.content, dashAt !== undefined);
  return {
    path,
    place: 'line',
    ...quoted,
    colon: key !== undefined,
    glued: dashAt !== undefined && row.content === dashAt + 1,
    dash: dashAt !== undefined,
    form: dashAt === undefined ? form : 'list',
    others: dashAt === undefined ? keys : items,
    keys,
    index: above,
    margin,
    column: row.content,
  };
}

function inValue(
  yaml: YamlLines,
  row: Row,
  path: YamlPath,
  line: number,
  character: number,
  margin: number,
  form: YamlSpot['form'],
): YamlSpot | undefined {
  const { text, key } = row;
  const [start] = yaml.lines.lineSpan(line);
  const first = text[row.value];
  if (character > row.value) {
    if (first === '[' || first === '{') return inFlow(yaml, start + row.value, path, line, character);
    if (first !== undefined && /[|>&*!]/.test(first)) return undefined;
  } else if (row.end > row.value && character < row.value) {
    // White space before a value that is there already: what would be put in is not its beginning.
    return undefined;
  } else if (first !== undefined && /[[{|>&*!]/.test(first)) return undefined;
  const from = Math.min(row.value, character);
  const quoted = withoutQuotes(text, from, Math.max(row.end, character), character);
  if (!quoted) return undefined;
  return {
    path,
    place: 'value',
    ...quoted,
    colon: false,
    glued: from === (key?.colon ?? -2) + 1,
    dash: false,
    form,
    others: [],
    keys: [],
    index: 0,
    margin,
    column: key?.from ?? margin,
  };
}

/** A cursor between brackets, which may have been opened on an earlier line. */
function inFlow(yaml: YamlLines, open: number, path: YamlPath, line: number, character: number): YamlSpot | undefined {
  const { text, lines } = yaml;
  const cursor = lines.offsetAt(line, character);
  const [start, end] = lines.lineSpan(line);
  const limit = lines.lineSpan(Math.min(yaml.last, line + 20))[1];
  const spot: FlowSpot | undefined = flowSpot(text, open, cursor, limit);
  // A word that began on an earlier line is a sentence.
  if (!spot || spot.from < start) return undefined;
  const quoted = withoutQuotes(
    text.slice(start, end),
    spot.from - start,
    Math.min(spot.to, end) - start,
    cursor - start,
    /[,\]}]/,
  );
  if (!quoted) return undefined;
  const last = spot.path.at(-1);
  return {
    path: [...path, ...spot.path],
    place: spot.key ? 'field' : typeof last === 'number' ? 'item' : 'value',
    ...quoted,
    colon: spot.colon,
    glued: spot.glued,
    dash: false,
    form: undefined,
    others: spot.others,
    keys: spot.key ? spot.others : [],
    index: typeof last === 'number' ? last : 0,
    margin: 0,
    column: 0,
  };
}

/** The word between its quotation marks. A quotation that is not closed reaches to the end of what could be the word. */
function withoutQuotes(
  text: string,
  from: number,
  to: number,
  character: number,
  ends?: RegExp,
): Pick<YamlSpot, 'from' | 'to' | 'quote' | 'unclosed'> | undefined {
  const first = text[from];
  if ((first !== '"' && first !== "'") || from >= character) {
    return character < from || character > to ? undefined : { from, to, quote: '', unclosed: '' };
  }
  const close = closingQuote(text, from);
  if (close !== undefined && close < to) {
    return character > close ? undefined : { from: from + 1, to: close, quote: first, unclosed: '' };
  }
  let end = to;
  const stop = ends ? text.slice(character).search(ends) : -1;
  if (stop >= 0) end = Math.min(end, character + stop);
  while (end > character && isSpace(text[end - 1])) end--;
  return { from: from + 1, to: Math.max(end, character), quote: first, unclosed: first };
}

interface Parent {
  readonly path: YamlPath;
  readonly form: YamlSpot['form'];
  /** The offset of a bracket that is open before the line, if one is. */
  readonly open?: number;
}

/**
 * What a line belongs to: the nearest line above that is set in less. Undefined where that line's value is a text, which
 * this one then goes on with.
 */
function parentOf(yaml: YamlLines, line: number, column: number, dash: boolean, depth: number): Parent | undefined {
  if (depth > deepest) return undefined;
  if (column === 0 && !dash) return childOf(yaml, [], firstSaid(yaml, line));
  let first: number | undefined;
  for (let at = line - 1; at >= yaml.first; at--) {
    const indent = yaml.indent(at);
    if (indent < 0 || indent > column) continue;
    const row = yaml.row(at);
    if (indent === column) {
      const isParent = dash && row.dashes.length === 0 && row.key && row.value >= row.end;
      if (!isParent) {
        // A list whose hyphens stand right below its key has ended where another key stands.
        if (dash && row.dashes.length === 0) return undefined;
        first = at;
        continue;
      }
    }
    return below(yaml, at, row, column, first, depth);
  }
  return childOf(yaml, [], first);
}

/** The first line of the YAML that says anything, if it is at the root and above a line. */
function firstSaid(yaml: YamlLines, line: number): number | undefined {
  for (let at = yaml.first; at < line; at++) {
    const indent = yaml.indent(at);
    if (indent >= 0) return indent === 0 ? at : undefined;
  }
  return undefined;
}

/** The parent once its line is found. `first` is the topmost line at the column of the line in question. */
function below(
  yaml: YamlLines,
  at: number,
  row: Row,
  column: number,
  first: number | undefined,
  depth: number,
): Parent | undefined {
  const above = parentOf(yaml, at, row.indent, row.dashes.length > 0, depth + 1);
  if (!above) return undefined;
  const [start] = yaml.lines.lineSpan(at);
  // Between brackets that were opened further up, indentation says nothing.
  if (above.open !== undefined) return above;
  const held = row.dashes.filter(each => each < column || row.indent === column);
  const path = [...above.path, ...held.map(() => 0)];
  const inItem = row.dashes.length > 0 && column <= row.content;
  if (inItem) return row.key || row.content >= row.end ? { path, form: row.key && 'map' } : undefined;
  const value = row.text.slice(row.value, row.end);
  const here = row.key ? [...path, row.key.name] : path;
  if (/^[[{]/.test(value)) return { path: here, form: undefined, open: start + row.value };
  if (value !== '' || !row.key) return undefined;
  return childOf(yaml, here, first);
}

/** What the first line of a level tells of it: a bracket that may still be open, or a text that goes on. */
function childOf(yaml: YamlLines, path: YamlPath, first: number | undefined): Parent | undefined {
  if (first === undefined) return { path, form: undefined };
  const row = yaml.row(first);
  if (row.dashes.length > 0) return { path, form: 'list' };
  if (row.key) return { path, form: 'map' };
  const [start] = yaml.lines.lineSpan(first);
  if (/^[[{]/.test(row.text.slice(row.content))) return { path, form: undefined, open: start + row.content };
  // At the root it is a key that has no colon yet; below a key it is the key's text.
  return path.length === 0 ? { path, form: 'map' } : undefined;
}
