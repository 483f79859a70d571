import { foldId } from '../text/words.js';
import type { BlockQuote } from './facts.js';
import type { Block } from './markdown/document.js';
import { kept, type Notes } from './notes.js';
import { runsOf } from './runs.js';

/**
 * The block quotes among the blocks of a section of the manuscript. One without a citation of its own is taken from what the
 * sentence before it cites, or the one behind it, and if neither does from anything that its section cites.
 */
export function readQuotes(text: string, blocks: readonly Block[], notes: Notes): BlockQuote[] {
  return blocks.flatMap((block, index): BlockQuote[] => {
    const words = block.kind === 'quote' ? wordsOf(block.text) : '';
    if (words === '') return [];
    const own = keysOf(block);
    const around = own.length > 0 ? own : [...keysOf(blocks[index - 1], -1), ...keysOf(blocks[index + 1], 0)];
    const cites = around.length > 0 ? around : blocks.flatMap(each => keysOf(each));
    const wordsAt = runsOf(words, text, block.at, offset => notes.place([offset, offset]));
    return [
      {
        text: kept(words),
        at: notes.place([block.at[0], block.at[0] + text.slice(...block.at).trimEnd().length]),
        cites: [...new Set(cites)],
        ...(wordsAt && { wordsAt }),
      },
    ];
  });
}

/** The words of a quote without what says whose they are. */
function wordsOf(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/\[[^[\]]*@[^[\]]*\]/g, '')
    .replace(/\n\s*(?:—|–|--)[^\n]*\s*$/, '')
    .replace(/\([^()\n]{1,80}\)[\s.]*$/, '')
    .replace(/\s+[.,;:!?]*\s*$/, '')
    .trim();
}

/** The folded keys that a block cites, or one of its sentences alone: from the first, or from the last if counted backwards. */
function keysOf(block: Block | undefined, sentence?: number): string[] {
  if (!block) return [];
  const sentences = sentence === undefined ? block.sentences : [block.sentences.at(sentence)];
  return sentences.flatMap(each => each?.citations.map(({ key }) => foldId(key)) ?? []);
}
