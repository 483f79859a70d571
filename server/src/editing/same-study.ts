import type { StudyFacts } from '../syntax/facts.js';
import { readYaml } from '../syntax/yaml/read.js';
import { commentsOf, scalars } from './yaml-comments.js';

/** True when two texts tell the same study: all that is read of them but the places, and the order of a finding's tags. */
export function sameStudy(a: StudyFacts, b: StudyFacts): boolean {
  return told(a) === told(b);
}

/** Fields of facts that say where something stands. */
const places: ReadonlySet<string> = new Set(['at', 'keyAt', 'head', 'nameAt', 'itemAt', 'studyAt', 'wordsAt']);

function told(facts: StudyFacts): string {
  return JSON.stringify(facts, (key, value: unknown) => {
    if (places.has(key)) return undefined;
    return key === 'tags' && Array.isArray(value) ? [...new Set(value)].sort() : value;
  });
}

/** Words that YAML needs and Markdown says by other signs. */
const signs: ReadonlySet<string> = new Set([
  'findings',
  'quote',
  'authors',
  'at',
  'themes',
  'aspects',
  'aspect',
  'credibility',
  'notes',
]);

/** True when a word of a study is not to be found in its other form as often as it stands in this one. */
export function losesWords(before: string, after: string, markdown: boolean): boolean {
  const left = new Map<string, number>();
  for (const word of wordsIn(after)) left.set(word, (left.get(word) ?? 0) + 1);
  for (const word of markdown ? wordsIn(before) : wordsOfYaml(before)) {
    const count = left.get(word) ?? 0;
    if (count === 0) return true;
    left.set(word, count - 1);
  }
  return false;
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function wordsOfYaml(yaml: string): string[] {
  const { root } = readYaml(yaml);
  const comments = commentsOf(yaml, root) ?? [];
  const words = comments.flatMap(([from, to]) => wordsIn(yaml.slice(from, to)));
  for (const { at, value } of scalars(root)) {
    if (value !== undefined) words.push(...wordsIn(value));
    else if (!signs.has(yaml.slice(at[0], at[1]))) words.push(...wordsIn(yaml.slice(at[0], at[1])));
  }
  return words;
}
