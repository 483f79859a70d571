import { foldLabel } from './links.js';

const TITLE = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))[ \t]*$/;
const DEFINITION =
  /^\[(?!\^)((?:[^[\]\\]|\\.){1,999})\]:[ \t]*(<[^<>]*>|[^\s<]\S*)(?:[ \t]+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?[ \t]*$/;

/** The label of a link's definition, `[label]: target "title"`, when the line is one, and whether it has a title. */
function readDefinition(line: string): { label: string; titled: boolean } | undefined {
  if (!line.startsWith('[')) return undefined;
  const found = DEFINITION.exec(line);
  const label = found?.[1]?.trim();
  if (!found || !label) return undefined;
  // `[@doe99]: yes` is a citation and a word to a reader; only what looks like a place makes it a link's definition.
  const target = found[2] ?? '';
  if (label.includes('@') && !/^<|[/#.:]/.test(target)) return undefined;
  return target.startsWith('<') || isBalanced(target) ? { label, titled: found[3] !== undefined } : undefined;
}

function isBalanced(target: string): boolean {
  let depth = 0;
  for (let i = 0; i < target.length; i++) {
    if (target[i] === '\\') i++;
    else if (target[i] === '(') depth++;
    else if (target[i] === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** True for the first line of a definition whose target stands on the next one. */
function isDefinitionHead(line: string): boolean {
  return /^\[[^[\]\\]{1,999}\]:[ \t]*$/.test(line);
}

/** True for a definition's title that stands on a line of its own. */
function isDefinitionTitle(line: string): boolean {
  return /^["'(]/.test(line) && TITLE.test(line);
}

/**
 * The definitions of links, `[label]: target`, with which a paragraph begins: on how many of its lines they stand, and their
 * labels, folded.
 *
 * @param line a line of the paragraph, from 0
 */
export function definitionsAtFront(
  line: (index: number) => string,
  lines: number,
): { readonly used: number; readonly labels: readonly string[] } {
  const labels: string[] = [];
  let used = 0;
  while (used < lines) {
    const head = line(used);
    const two = isDefinitionHead(head) && used + 1 < lines;
    const found = readDefinition(two ? `${head} ${line(used + 1)}` : head);
    if (!found) break;
    labels.push(foldLabel(found.label));
    used += two ? 2 : 1;
    if (!found.titled && used < lines && isDefinitionTitle(line(used))) used++;
  }
  return { used, labels };
}
