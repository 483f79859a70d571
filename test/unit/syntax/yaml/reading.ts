import { parseDocument } from 'yaml';
import type { Located, SyntaxProblem } from '../../../../server/src/syntax/yaml/located.js';
import { toPlain } from '../../../../server/src/syntax/yaml/plain.js';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';

/** Keys of the format, as a caller would give them. */
export const knownKeys: ReadonlySet<string> = new Set(
  'label definition construct constructs themes aliases country casp findings quote at key title order notes'.split(
    ' ',
  ),
);

/** Reads a text in which `«` and `»` mark the place of each problem, in the order of the text. */
export function readMarked(marked: string): { plain: unknown; found: string[]; wanted: string[] } {
  const text = marked.replace(/[«»]/g, '');
  const wanted = Array.from(marked.matchAll(/«([^»]*)»/g), match => {
    const start = match.index - marked.slice(0, match.index).replace(/[^«»]/g, '').length;
    return `${start}: ${match[1]}`;
  });
  const { root, problems } = readYaml(text, { knownKeys });
  const found = problems.map(({ at }) => `${at[0]}: ${text.slice(...at)}`);
  return { plain: root && JSON.parse(JSON.stringify(toPlain(root))), found, wanted };
}

/** A problem's code with the words of its data that tell one mistake from another. */
export function named({ code, data }: SyntaxProblem): string {
  const word = data.detail ?? data.what;
  return word === undefined ? code : `${code} ${word}`;
}

/** What the parser itself makes of a text in which every scalar is text. */
export function oracle(text: string): unknown {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) throw new Error(String(document.errors[0]));
  return document.toJS();
}

/** Objections to the places in a tree: each inside its parent, after its sibling, and exact where it says so. */
export function misplaced(text: string, root: Located): string[] {
  const wrong: string[] = [];
  const inside = (span: readonly [number, number], from: number, to: number, what: string): void => {
    if (!(span[0] >= from && span[0] <= span[1] && span[1] <= to)) wrong.push(`${what} ${span} not in ${from},${to}`);
  };
  const visit = (value: Located): void => {
    let from = value.at[0];
    if (value.kind === 'scalar') {
      if (value.exact && text.slice(...value.at) !== value.value) wrong.push(`${value.at} is not ${value.value}`);
    } else if (value.kind === 'list') {
      for (const item of value.items) {
        inside(item.at, from, value.at[1], 'item');
        from = item.at[1];
        if (isAliased(item)) break;
        visit(item);
      }
    } else {
      let after = 0;
      for (const each of value.entries) {
        inside(each.keyAt, from, value.at[1], 'key');
        inside(each.value.at, each.keyAt[1], value.at[1], 'value');
        inside(each.whole, after, text.length, 'whole');
        inside(each.keyAt, each.whole[0], each.whole[1], 'key in whole');
        inside(each.value.at, each.whole[0], each.whole[1], 'value in whole');
        if (each.comment) inside(each.comment, each.keyAt[1], text.length, 'comment');
        from = each.value.at[1];
        after = each.whole[1];
        if (!isAliased(each.value)) visit(each.value);
      }
    }
  };
  inside(root.at, 0, text.length, 'root');
  visit(root);
  return wrong;
}

/** True for what an alias stands for: all places in it are the alias's. */
function isAliased(value: Located): boolean {
  if (value.kind === 'scalar') return value.style === 'alias';
  const inner = value.kind === 'list' ? value.items : value.entries.map(each => each.value);
  return inner.some(each => isAliased(each) && each.at[0] === value.at[0] && each.at[1] === value.at[1]);
}
