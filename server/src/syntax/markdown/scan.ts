/**
 * Reads Markdown as the readers of a review see it: sections, blocks, sentences, with the citations, tags and comments
 * in them and where each stands. Works in one pass, in time linear in the text, and takes any text.
 */
import { readLeaves } from './blocks.js';
import type { Block, Comment, Generated, Heading, MarkdownDocument, Section } from './document.js';
import { readFrontMatter } from './front-matter.js';
import { pairGenerated } from './generated.js';
import { readHeading } from './headings.js';
import type { Container, Leaf } from './leaves.js';
import { type Gathered, readHtml, readProse, readTableComments, wordless } from './read-block.js';

/**
 * Reads a Markdown text (without a byte-order mark). Every span is in UTF-16 offsets into `text`; the sections follow one
 * another from the end of the front matter to the end of the text. Never throws.
 *
 * @param known the folded labels of link definitions, where the text is a part of a document; by default its own
 */
export function scanMarkdown(text: string, known?: ReadonlySet<string>): MarkdownDocument {
  const frontMatter = readFrontMatter(text);
  const start = frontMatter?.whole[1] ?? 0;
  const { leaves, labels } = readLeaves(text, start);
  const html = new Map<Leaf, { comments: Comment[]; alone: boolean }>();
  for (const leaf of leaves) if (leaf.kind === 'html') html.set(leaf, readHtml(text, leaf));
  const generated = pairGenerated([...html.values()].flatMap(one => one.comments));
  const assembler = new Assembler(text, start, known ?? labels, new Regions(generated));
  for (const leaf of leaves) assembler.take(leaf, html.get(leaf));
  const sections = assembler.finish();
  return { ...(frontMatter && { frontMatter }), sections, generated };
}

/** Says what lies within generated blocks, asked in order. */
class Regions {
  private next = 0;
  private readonly markers = new Set<number>();

  constructor(private readonly generated: readonly Generated[]) {
    for (const { open, close } of generated) {
      this.markers.add(open[0]);
      if (close) this.markers.add(close[0]);
    }
  }

  /** True when a place is between the end of an opening marker and the end of the closing one. */
  holds(at: number): boolean {
    for (; this.next < this.generated.length; this.next++) {
      const { open, close } = this.generated[this.next]!;
      if (at < open[1]) return false;
      if (close && at < close[1]) return true;
    }
    return false;
  }

  isMarker(comment: Comment): boolean {
    return this.markers.has(comment.at[0]);
  }
}

class Assembler {
  private readonly sections: Section[] = [];
  private heading: Heading | undefined;
  private sectionStart: number;
  private blocks: Block[] = [];
  private gathered: Gathered | undefined;
  private container: Container | undefined;
  /** The end of what has been taken: a block begins at its container's marker only if that lies behind it. */
  private taken = 0;

  constructor(
    private readonly text: string,
    start: number,
    private readonly labels: ReadonlySet<string>,
    private readonly regions: Regions,
  ) {
    this.sectionStart = start;
  }

  take(leaf: Leaf, html: { comments: Comment[]; alone: boolean } | undefined): void {
    if (!this.regions.holds(leaf.from)) this.place(leaf, html);
    this.taken = Math.max(leaf.to, leaf.quote?.end ?? 0);
  }

  private place(leaf: Leaf, html: { comments: Comment[]; alone: boolean } | undefined): void {
    const comments = html?.comments.filter(comment => !this.regions.isMarker(comment)) ?? [];
    if (leaf.quote) this.takeQuoted(leaf, leaf.quote, comments);
    else if (leaf.kind === 'heading' && !leaf.item) this.takeHeading(leaf);
    else if (leaf.kind === 'paragraph' || leaf.kind === 'heading') this.takeParagraph(leaf);
    else {
      this.flush();
      if (html?.alone) this.takeComments(comments);
      else if (leaf.kind === 'table') {
        const inside = readTableComments(this.text, leaf, this.labels);
        this.blocks.push(wordless('table', leaf.from, leaf.to, inside));
      } else {
        const kind = leaf.kind === 'code' || leaf.kind === 'rule' ? leaf.kind : 'html';
        this.blocks.push(wordless(kind, leaf.from, leaf.to, comments));
      }
    }
  }

  finish(): Section[] {
    this.endSection(this.text.length);
    return this.sections;
  }

  private takeHeading(leaf: Leaf): void {
    const from = lineStart(this.text, leaf.from, this.sectionStart);
    this.endSection(from);
    const { heading, comments } = readHeading(this.text, leaf);
    this.heading = heading;
    this.takeComments(comments);
  }

  private endSection(at: number): void {
    this.flush();
    if (at > this.sectionStart || this.heading) {
      this.sections.push({ heading: this.heading, at: [this.sectionStart, at], blocks: this.blocks });
    }
    this.sectionStart = at;
    this.blocks = [];
  }

  private takeQuoted(leaf: Leaf, quote: Container, comments: readonly Comment[]): void {
    if (this.container !== quote) this.begin(quote, 'quote', leaf);
    const gathered = this.gathered!;
    gathered.to = quote.end;
    if (leaf.kind === 'paragraph' || leaf.kind === 'heading') gathered.parts.push(this.pieces(leaf));
    gathered.comments.push(...comments);
  }

  private takeParagraph(leaf: Leaf): void {
    const { item } = leaf;
    if (!item || this.container !== item) {
      this.begin(item, item?.kind === 'item' ? 'item' : 'paragraph', leaf);
    }
    const gathered = this.gathered!;
    gathered.parts.push(this.pieces(leaf));
    gathered.to = Math.max(leaf.to, gathered.from);
  }

  /** The pieces of a leaf; a heading within a quote or an item is words like any others. */
  private pieces(leaf: Leaf): number[] {
    if (leaf.kind !== 'heading') return leaf.pieces;
    const { textAt } = readHeading(this.text, leaf).heading;
    return [textAt[0], textAt[1]];
  }

  private begin(container: Container | undefined, kind: Gathered['kind'], leaf: Leaf): void {
    this.flush();
    this.container = container;
    const from = container && container.start >= this.taken ? container.start : leaf.from;
    this.gathered = { kind, from, to: from, parts: [], comments: [] };
  }

  private flush(): void {
    if (this.gathered) this.blocks.push(readProse(this.text, this.gathered, this.labels));
    this.gathered = undefined;
    this.container = undefined;
  }

  private takeComments(comments: readonly Comment[]): void {
    for (const comment of comments) this.blocks.push(wordless('comment', comment.at[0], comment.at[1], [comment]));
  }
}

/** The start of the line that a place stands in, not before `from`. */
function lineStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}
