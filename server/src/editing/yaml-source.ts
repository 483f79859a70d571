import { knownKeys, type Part } from '../syntax/definitions/validate.js';
import { readFrontMatter } from '../syntax/markdown/front-matter.js';
import type { Path } from '../syntax/yaml/access.js';
import { entry } from '../syntax/yaml/access.js';
import type { Located, LocatedEntry, LocatedList, LocatedMap } from '../syntax/yaml/located.js';
import { readYaml } from '../syntax/yaml/read.js';
import { type Row, Rows } from '../syntax/yaml/rows.js';

/** YAML as it stands in a file, with the tree that reading it gave: what edits of it are made from. */
export interface YamlSource {
  /** The file's whole text. */
  readonly text: string;
  /** The YAML in it, and where that starts: all of a YAML file, the head of a Markdown file. */
  readonly yaml: string;
  readonly offset: number;
  readonly root: Located | undefined;
  /** How many mistakes reading found: an edit must not add any. */
  readonly problems: number;
  readonly rows: Rows;
  /** The file's line break. */
  readonly eol: string;
  /** Reads the file again after an edit, as the same kind of file. */
  readonly again: (text: string) => YamlSource | undefined;
}

/**
 * Reads the YAML of a file for editing; undefined for a Markdown file without a head between lines of `---`.
 *
 * @param part what the file is, as its reader knows it: its known keys tell prose from keys where a mistake is
 */
export function yamlSource(text: string, part?: Part, markdown = false): YamlSource | undefined {
  const front = markdown ? readFrontMatter(text) : undefined;
  if (markdown && !front?.closed) return undefined;
  const [start, end] = front?.yaml ?? [0, text.length];
  const yaml = text.slice(start, end);
  const { root, problems } = readYaml(yaml, part ? { knownKeys: knownKeys(part) } : {});
  return {
    text,
    yaml,
    offset: start,
    root,
    problems: problems.length,
    // The reader ends a line at a lone `\r`, and so must all that counts lines here.
    rows: new Rows(yaml.replace(/\r(?!\n)/g, '\n')),
    eol: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    again: changed => yamlSource(changed, part, markdown),
  };
}

/** A value with what holds it. */
export interface Target {
  readonly value: Located;
  /** The entry whose value it is. */
  readonly entry?: LocatedEntry;
  readonly parent?: LocatedMap | LocatedList;
  /** Its place among the entries or items of its parent. */
  readonly index: number;
  /** True inside `[ ]` or `{ }`, not counting its own. */
  readonly flow: boolean;
}

/** The value at a path; undefined where the path leads out of the tree. Of keys that stand twice the first is meant. */
export function targetAt(root: Located, path: Path): Target | undefined {
  let target: Target = { value: root, index: 0, flow: false };
  for (const step of path) {
    const parent = target.value;
    if (parent.kind === 'scalar') return undefined;
    const flow = target.flow || parent.flow;
    if (parent.kind === 'list') {
      const value = parent.items[Number(step)];
      if (!value) return undefined;
      target = { value, parent, index: Number(step), flow };
      continue;
    }
    const found = entry(parent, String(step));
    if (!found) return undefined;
    target = { value: found.value, entry: found, parent, index: parent.entries.indexOf(found), flow };
  }
  return target;
}

/** The row that holds an offset. */
export function rowAt({ rows }: YamlSource, offset: number): Row & { readonly line: number } {
  const line = rows.lineOf(offset);
  return { ...rows.row(line), line };
}

/** Where a line begins; the end of the text for the line after the last. */
export function lineStart({ rows, yaml }: YamlSource, line: number): number {
  return line < rows.count ? rows.row(line).start : yaml.length;
}

/** White space as wide as what stands before an offset on its line: the line's own where it is nothing else. */
export function marginBefore(source: YamlSource, offset: number): string {
  const { start } = rowAt(source, offset);
  return source.yaml.slice(start, offset).replace(/[^\t]/g, ' ');
}

/** How much further in a map's values stand than its keys, as the file does it: two spaces unless it shows otherwise. */
export function stepOf(source: YamlSource): string {
  const pending: Located[] = source.root ? [source.root] : [];
  for (let looked = 0; pending.length > 0 && looked < 200; looked++) {
    const value = pending.pop()!;
    if (value.kind !== 'map' || value.flow) continue;
    for (const { value: inner, indent } of value.entries) {
      if (inner.kind === 'map' && !inner.flow && inner.entries[0]) {
        const step = inner.entries[0].indent - indent;
        if (step > 0 && step <= 8) return ' '.repeat(step);
      }
      pending.push(inner);
    }
  }
  return '  ';
}

/** The quotation marks that scalars of a map or list have, where one has any. */
export function quotesIn(parent: LocatedMap | LocatedList): 'single' | 'double' | undefined {
  const values = parent.kind === 'list' ? parent.items : parent.entries.map(each => each.value);
  for (const value of values) {
    if (value.kind === 'scalar' && (value.style === 'single' || value.style === 'double')) return value.style;
  }
  return undefined;
}
