import type { CheckedNumber, CitingSentence, Claim, Problem, ReportedItem, Told, Use } from './facts.js';
import type { Block } from './markdown/document.js';

/** What a block of prose says, with places that count lines from the first line of its section. */
export interface Passage {
  readonly construct?: Told;
  readonly aspect?: Told;
  readonly sentences: readonly CitingSentence[];
  readonly numbers: readonly CheckedNumber[];
  readonly claims: readonly Claim[];
  readonly reports: readonly ReportedItem[];
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

/**
 * What was read from the blocks of the section that was read last. A section can be long, and a letter in one of its paragraphs
 * leaves the others as they are: those that stand on the same line as before are not read again. It is only a way of being
 * faster: what a passage says depends on nothing but its text, its place and the labels of the manuscript's links.
 */
export class Passages {
  private labels: ReadonlySet<string> | undefined;
  private last = new Map<string, Passage>();
  private next = new Map<string, Passage>();

  /** A section is going to be read, with the labels of the manuscript's link definitions. */
  begin(labels: ReadonlySet<string> | undefined): void {
    this.last = labels !== undefined && this.labels === labels ? this.next : new Map();
    this.labels = labels;
    this.next = new Map();
  }

  /**
   * The passage that a block is, made if it was not there the last time.
   *
   * @param line the block's line in its section, and `character` its place in that line
   */
  of(text: string, block: Block, line: number, character: number, make: () => Passage): Passage {
    const key = `${block.kind} ${line} ${character} ${block.shape ?? ''} ${text.slice(block.at[0], block.at[1])}`;
    const passage = this.last.get(key) ?? make();
    this.next.set(key, passage);
    return passage;
  }
}
