import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Located, ScalarStyle, SyntaxProblem, YamlReading } from './located.js';

const styles: Record<string, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

export function readYaml(text: string, _options: { knownKeys?: ReadonlySet<string> } = {}): YamlReading {
  const doc = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, strict: false, prettyErrors: false });
  const problems: SyntaxProblem[] = doc.errors.map(e => ({
    code: 'yaml.unreadable',
    at: [e.pos[0], e.pos[1]],
    data: { line: 1, detail: 'unexpected' },
  }));
  const conv = (node: Node | null | undefined, at: number): Located => {
    const range = node?.range ?? [at, at, at];
    if (isMap(node)) {
      return {
        kind: 'map',
        at: [range[0], range[1]],
        flow: !!node.flow,
        entries: node.items.map(pair => {
          const k = pair.key as Node;
          const kr = k.range ?? [at, at, at];
          const value = conv(pair.value as Node | null, kr[1]);
          return {
            key: isScalar(k) ? String(k.value) : '',
            keyAt: [kr[0], kr[1]],
            keyStyle: 'plain',
            value,
            whole: [kr[0], value.at[1]],
            indent: 0,
          };
        }),
      };
    }
    if (isSeq(node))
      return {
        kind: 'list',
        at: [range[0], range[1]],
        flow: !!node.flow,
        items: node.items.map(item => conv(item as Node, range[0])),
      };
    if (isAlias(node) || !isScalar(node))
      return { kind: 'scalar', value: '', at: [range[0], range[1]], style: 'empty', exact: false };
    const value = String(node.value ?? '');
    const style = range[0] === range[1] ? 'empty' : (styles[node.type ?? 'PLAIN'] ?? 'plain');
    return { kind: 'scalar', value, at: [range[0], range[1]], style, exact: text.slice(range[0], range[1]) === value };
  };
  return { root: doc.contents ? conv(doc.contents as Node, 0) : undefined, problems };
}
