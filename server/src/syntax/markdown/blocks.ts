/**
 * Cuts a Markdown text into its leaves (paragraphs, headings, code, …) line by line, as CommonMark describes it: first
 * each open quote and list item takes its part of the line, then new blocks may start, then what is left continues the
 * open leaf. Two differences, for texts that are being written: a comment that is never closed ends at the next blank
 * line, and so does one that another comment follows before the first `-->`.
 */
import {
  atxLevel,
  closesFence,
  delimiterCells,
  type Fence,
  footnoteMarker,
  type HtmlStart,
  htmlStart,
  isDivision,
  isRule,
  listMarker,
  openingFence,
  setextLevel,
  tableCells,
} from './block-starts.js';
import { Finder } from './finder.js';
import type { Container, Leaf, LeafKind } from './leaves.js';
import { LineCursor, Lines, trimEnd } from './lines.js';
import { definitionsAtFront } from './link-definitions.js';

/** Deeper quotes and lists are read as words: no one writes them, and each line costs a look at every open container. */
const DEEPEST = 24;

export interface Leaves {
  readonly leaves: readonly Leaf[];
  /** The labels of link definitions, folded: `[@user]` is a link where `[@user]: https://…` stands. */
  readonly labels: ReadonlySet<string>;
}

/** The leaves of `text` from the offset `from` on, in order. */
export function readLeaves(text: string, from: number): Leaves {
  return new BlockReader(text, from).read();
}

/** The leaves of a stretch of a text, up to `end`. */
export interface LeafRun extends Leaves {
  readonly end: number;
}

/**
 * Reads the leaves of `text` run by run, in order. A run ends before a heading at the left margin, where nothing is open that
 * could hold it, so that what follows is read as it would be at the start of a text. `mayEnd` says where a run may end.
 */
export function leafRuns(text: string, from: number, mayEnd: (at: number) => boolean): () => LeafRun {
  const reader = new BlockReader(text, from);
  return () => reader.readRun(mayEnd);
}

class BlockReader {
  private readonly line: LineCursor;
  private readonly lines: Lines;
  private leaves: Leaf[] = [];
  private labels = new Set<string>();
  private open: Container[] = [];
  /** The leaf that the next line may continue. */
  private leaf: Leaf | undefined;
  private fence: Fence | undefined;
  private html: HtmlStart | undefined;
  /** Where a comment begins that stands before the end of the open one; past it a blank line no longer ends anything. */
  private nextComment = 0;
  private readonly openings: Finder;
  private readonly closings: Finder;

  constructor(
    private readonly text: string,
    from: number,
  ) {
    this.line = new LineCursor(text);
    this.lines = new Lines(text, from);
    this.openings = new Finder(text, '<!--');
    this.closings = new Finder(text, '-->');
  }

  read(): Leaves {
    while (this.lines.advance()) {
      this.line.load(this.lines.start, this.lines.end);
      this.readLine();
    }
    this.close();
    return { leaves: this.leaves, labels: this.labels };
  }

  readRun(mayEnd: (at: number) => boolean): LeafRun {
    const { lines } = this;
    this.leaves = [];
    this.labels = new Set();
    this.open = [];
    for (let first = true; lines.next < this.text.length; first = false) {
      if (!first && this.isFree(lines.next) && mayEnd(lines.next)) break;
      lines.advance();
      this.line.load(lines.start, lines.end);
      this.readLine();
    }
    this.close();
    return { leaves: this.leaves, labels: this.labels, end: lines.next };
  }

  /** True for a heading that starts at the left margin and that neither a fence nor HTML holds. */
  private isFree(at: number): boolean {
    if (this.text[at] !== '#' || (this.open.length === 0 && (this.fence || this.html))) return false;
    let end = at;
    while (end < this.text.length && this.text[end] !== '\n' && this.text[end] !== '\r') end++;
    return atxLevel(this.text, at, end) > 0;
  }

  private readLine(): void {
    const { line } = this;
    const matched = this.matchContainers();
    const all = matched === this.open.length;
    if (all && this.continueRaw()) {
      this.stretch(matched);
      return;
    }
    const started = this.startBlocks(matched, all);
    if (started === 'leaf') return;
    const lazy = !started && !line.blank && this.leaf?.kind === 'paragraph';
    if (!started && !all && !lazy) this.leave(matched);
    // A lazy line belongs to every open quote and item, though it names none of them.
    this.stretch(this.open.length);
    if (line.blank) {
      if (!started) this.close();
      return;
    }
    if (this.leaf?.kind === 'paragraph' || this.leaf?.kind === 'table') this.addPiece(line.next);
    else this.begin('paragraph', line.next, line.next);
  }

  /** Lets each open container take its part of the line; gives how many did. */
  private matchContainers(): number {
    const { line } = this;
    for (let i = 0; i < this.open.length; i++) {
      const container = this.open[i]!;
      if (container.kind === 'quote') {
        if (line.indent > 3 || line.blank || this.text[line.next] !== '>') return i;
        line.take(1);
        line.skip(1);
      } else if (line.blank) {
        if (container.empty) return i;
        line.skip(line.indent);
      } else if (line.indent >= container.indent) line.skip(container.indent);
      else return i;
    }
    return this.open.length;
  }

  /** Continues or ends a fence, indented code or HTML; true when the line is used up. */
  private continueRaw(): boolean {
    const { line, leaf, text } = this;
    if (leaf?.kind === 'code') {
      if (this.fence) {
        this.addPiece(line.at);
        if (line.indent <= 3 && closesFence(text, line.next, line.end, this.fence)) this.close();
        return true;
      }
      if (line.blank) return true;
      if (line.indent < 4) return false;
      this.addPiece(line.at);
      return true;
    }
    if (leaf?.kind !== 'html' || !this.html) return false;
    if (line.blank && (this.html.until === 'blank' || line.start < this.nextComment)) {
      this.close();
      return true;
    }
    this.addPiece(line.at);
    this.endHtml(line.at);
    return true;
  }

  /** Tries every kind of block; 'container' says that one or more began, 'leaf' that the line is used up. */
  private startBlocks(matched: number, all: boolean): 'container' | 'leaf' | undefined {
    const { line, text } = this;
    let started: 'container' | undefined;
    for (;;) {
      // As long as nothing began, an open paragraph may take the line; then some starts count for less.
      const paragraph = !started && this.leaf?.kind === 'paragraph';
      if (line.blank) return started;
      if (line.indent > 3) {
        if (paragraph) return started;
        this.enter(matched, started);
        line.skip(4);
        this.begin('code', line.next, line.at);
        this.stretch(this.open.length);
        return 'leaf';
      }
      const at = line.next;
      const end = line.end;
      const room = (started ? this.open.length : matched) < DEEPEST;
      if (text[at] === '>' && room) {
        this.enter(matched, started);
        line.take(1);
        line.skip(1);
        this.push('quote', at, 0);
        started = 'container';
        continue;
      }
      if (this.startLeaf(matched, started, paragraph, paragraph && all)) return 'leaf';
      const note = room ? footnoteMarker(text, at, end) : 0;
      if (note > 0) {
        this.enter(matched, started);
        line.take(note);
        line.skip(line.indent);
        this.push('note', at, 4);
        started = 'container';
        continue;
      }
      const marker = room ? listMarker(text, at, end) : undefined;
      if (!marker) return started;
      const empty = trimEnd(text, at, end) <= at + marker.width;
      if (paragraph && all && (empty || !marker.mayInterrupt)) return started;
      this.enter(matched, started);
      const outer = line.indent;
      line.take(marker.width);
      const padding = empty || line.indent > 4 ? 1 : line.indent;
      line.skip(padding);
      this.push('item', at, outer + marker.width + padding);
      started = 'container';
    }
  }

  /** Begins a heading, fence, HTML block, rule or table; true when the line is used up. */
  private startLeaf(matched: number, started: 'container' | undefined, paragraph: boolean, below: boolean): boolean {
    const { line, text } = this;
    const at = line.next;
    const end = line.end;
    const single = (kind: LeafKind): Leaf => {
      this.enter(matched, started);
      const leaf = this.begin(kind, at, at);
      this.stretch(this.open.length);
      return leaf;
    };
    const level = atxLevel(text, at, end);
    if (level > 0) {
      single('heading').level = level;
      this.leaf = undefined;
      return true;
    }
    const fence = openingFence(text, at, end);
    if (fence) {
      single('code');
      this.fence = fence;
      return true;
    }
    const html = htmlStart(text, at, end);
    if (html && (html.mayInterrupt || !paragraph)) {
      single('html');
      this.html = html;
      if (html.comment) {
        const closing = this.closings.from(at + (/^<!--?-?>/.test(text.slice(at, at + 6)) ? 2 : 4));
        const opening = this.openings.from(at + 4);
        this.nextComment = closing < 0 ? text.length : opening >= 0 && opening < closing ? opening : 0;
      }
      this.endHtml(at);
      return true;
    }
    if (below && this.endParagraph()) return true;
    if (isRule(text, at, end)) {
      single('rule');
      this.leaf = undefined;
      return true;
    }
    if (isDivision(text, at, end)) {
      single('definition');
      this.leaf = undefined;
      return true;
    }
    return false;
  }

  /** Makes the open paragraph a heading, or its last line the head of a table, when the line says so. */
  private endParagraph(): boolean {
    const { line, text } = this;
    const level = setextLevel(text, line.next, line.end);
    if (level > 0) {
      this.peelDefinitions();
      const leaf = this.leaf;
      if (!leaf) return false;
      leaf.kind = 'heading';
      leaf.level = level;
      leaf.to = trimEnd(text, line.next, line.end);
      this.stretch(this.open.length);
      this.leaf = undefined;
      return true;
    }
    const cells = delimiterCells(text, line.next, line.end);
    const leaf = this.leaf;
    if (cells === 0 || !leaf || listMarker(text, line.next, line.end)) return false;
    const end = leaf.pieces.pop()!;
    const start = leaf.pieces.pop()!;
    if (tableCells(text, start, end) !== cells) {
      leaf.pieces.push(start, end);
      return false;
    }
    if (leaf.pieces.length === 0) this.leaves.pop();
    else leaf.to = trimEnd(text, leaf.from, leaf.pieces.at(-1)!);
    const table = this.begin('table', start, start);
    table.pieces[1] = end;
    this.addPiece(line.next);
    this.stretch(this.open.length);
    return true;
  }

  /** Leaves the containers that did not take this line, unless a block that began on it has already done so. */
  private enter(matched: number, started: 'container' | undefined): void {
    if (started) return;
    this.leave(matched);
    this.close();
  }

  private leave(matched: number): void {
    if (matched === this.open.length) return;
    this.close();
    this.open.length = matched;
  }

  private push(kind: Container['kind'], start: number, indent: number): void {
    for (const outer of this.open) outer.empty = false;
    const container: Container = { kind, start, end: start + 1, indent, empty: kind === 'item' && this.line.blank };
    if (kind === 'quote' && !this.open.some(outer => outer.kind === 'quote')) {
      this.open.push(container);
      this.begin('quote-start', start, start).pieces = [];
      this.leaf = undefined;
    } else this.open.push(container);
    this.stretch(this.open.length);
  }

  /** Notes that this line belongs to the first so many containers. */
  private stretch(count: number): void {
    if (count === 0) return;
    const end = trimEnd(this.text, this.line.start, this.line.end);
    for (let i = 0; i < count; i++) {
      const container = this.open[i]!;
      if (end > container.end && end > this.line.start) container.end = end;
    }
  }

  private begin(kind: LeafKind, from: number, piece: number): Leaf {
    this.close();
    let quote: Container | undefined;
    let item: Container | undefined;
    for (const container of this.open) {
      container.empty = false;
      if (container.kind !== 'quote') item = container;
      else quote ??= container;
    }
    const to = Math.max(from, trimEnd(this.text, from, this.line.end));
    const leaf: Leaf = { kind, from, to, pieces: [piece, this.line.end], quote, item, level: 0 };
    this.leaves.push(leaf);
    this.leaf = leaf;
    return leaf;
  }

  private addPiece(from: number): void {
    const { leaf, line } = this;
    if (!leaf) return;
    leaf.pieces.push(Math.min(from, line.end), line.end);
    const end = trimEnd(this.text, line.start, line.end);
    if (end > line.start) leaf.to = Math.max(leaf.to, end);
  }

  private endHtml(from: number): void {
    const { html, line } = this;
    if (!html || html.until === 'blank') return;
    if (html.until.test(this.text.slice(from, line.end))) this.close();
  }

  private close(): void {
    if (this.leaf?.kind === 'paragraph') this.peelDefinitions();
    this.leaf = undefined;
    this.fence = undefined;
    this.html = undefined;
    this.nextComment = 0;
  }

  /** Takes link definitions off the front of the open paragraph. */
  private peelDefinitions(): void {
    const { leaf, text } = this;
    if (!leaf || text[leaf.from] !== '[') return;
    const { pieces } = leaf;
    const found = definitionsAtFront(line => text.slice(pieces[2 * line], pieces[2 * line + 1]), pieces.length / 2);
    for (const label of found.labels) this.labels.add(label);
    const used = 2 * found.used;
    if (used === 0) return;
    const rest = pieces.slice(used);
    const to = trimEnd(text, leaf.from, pieces[used - 1]!);
    this.leaves.pop();
    this.leaves.push({ ...leaf, kind: 'definition', to, pieces: pieces.slice(0, used) });
    this.leaf = undefined;
    if (rest.length === 0) return;
    this.leaf = { ...leaf, from: rest[0]!, pieces: rest };
    this.leaves.push(this.leaf);
  }
}
