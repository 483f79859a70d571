import type { Chunk, Problem } from './facts.js';

/** True for a part of a file of which something could not be read: what seems absent may stand there. */
export function isBroken(chunk: Chunk): boolean {
  return chunk.problems.length > 0 && chunk.problems.some(isBreaking);
}

function isBreaking({ code, data }: Problem): boolean {
  // Tabs among spaces: what belongs to what is a guess.
  if (code === 'yaml.tab') return data.unsure !== undefined;
  // A work whose key could be read is there, whatever else of its entry is broken.
  return breaking.has(code) && !(code === 'bibliography.unreadable' && data.key !== '');
}

const breaking: ReadonlySet<string> = new Set([
  ...['yaml.unreadable', 'yaml.unclosed', 'yaml.too-large', 'yaml.too-deep', 'yaml.many-documents'],
  ...['study.front-matter-open', 'study.without-characteristics', 'bibliography.unreadable'],
  ...['file.unreadable', 'file.too-large'],
]);
