/** A page of a full text: where it begins, and its number. */
export interface PageStart {
  /** Offset in the plain text of the first character that is on it. */
  readonly at: number;
  /** Undefined for what stands before the first number, and for numbers such as *xii*. */
  readonly number: number | undefined;
}

export interface Pages {
  readonly starts: readonly PageStart[];
  /**
   * True where the text says its numbers itself. Pages that are only counted, at form feeds from 1, may be numbered otherwise
   * where they were printed: an article seldom begins on page 1.
   */
  readonly printed: boolean;
  /** Spans of the text that belong to no sentence: marks of pages, page numbers, running heads. In order. */
  readonly skipped: readonly (readonly [number, number])[];
}

/** `[page 12]`, `[p. 12]`, `--- page 12 ---`, `=== Seite 12 ===`, `<!-- page 12 -->`, alone on a line. */
const marker =
  /^[ \t]*(?:\[\s*(?:page|pp?\.?|seite|s\.)\s*([\divxlcIVXLC]{1,6})\s*\]|(?:[-=*#]{2,10}|<!--)[ \t]*(?:page|pp?\.|seite|s\.)[ \t]*([\divxlcIVXLC]{1,6})[ \t]*(?:[-=*#]{2,10}|-->))[ \t]*$/gim;
/** The same within a line, as some programs write it where a page turns in the middle of a sentence. */
const markerInside = /\[(?:page|p\.) (\d{1,5})\]/gi;

/** A running head is told by standing at the edge of this many pages. */
const headFrom = 3;
/** Heads, page numbers and notices of publishers take up so many lines at an edge. */
const mostEdge = 4;

/** The pages of a text, by the marks of pages in it, or else by its form feeds. */
export function pagesOf(text: string): Pages {
  const marks = marksOf(text);
  if (marks.length > 0) {
    const starts: PageStart[] = [{ at: 0, number: undefined }, ...marks.map(({ to, number }) => ({ at: to, number }))];
    return { starts, printed: true, skipped: marks.map(({ from, to }) => [from, to] as const) };
  }
  const bounds = boundsOf(text);
  return bounds.length === 1 ? { starts: [], printed: false, skipped: [] } : feedPages(text, bounds, undefined);
}

/**
 * The pages of a document that has them by nature, with form feeds between them.
 *
 * @param labels what the document calls them. That the first is called 1, the second 2 and so on says nothing: programs write it
 *   into papers whose pages are numbered from 345
 */
export function documentPages(text: string, labels: readonly string[] | undefined): Pages {
  const counted = labels?.every((label, index) => label === `${index + 1}`);
  return feedPages(text, boundsOf(text), counted ? undefined : labels);
}

/** Start and end of each page between form feeds. */
function boundsOf(text: string): [number, number][] {
  const bounds: [number, number][] = [];
  for (let at = 0; ; ) {
    const feed = text.indexOf('\f', at);
    bounds.push([at, feed === -1 ? text.length : feed]);
    if (feed === -1) return bounds;
    at = feed + 1;
  }
}

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly number: number | undefined;
}

function marksOf(text: string): readonly Mark[] {
  const found = new Map<number, Mark>();
  for (const pattern of [marker, markerInside]) {
    for (const match of text.matchAll(pattern)) {
      const number = match[1] ?? match[2] ?? '';
      const from = match.index;
      if (!found.has(from)) {
        found.set(from, {
          from,
          to: from + match[0].length,
          number: /^\d+$/.test(number) ? Number(number) : undefined,
        });
      }
    }
  }
  const marks = [...found.values()].sort((a, b) => a.from - b.from);
  return marks.filter((mark, index) => index === 0 || mark.from >= marks[index - 1]!.to);
}

/**
 * Pages between form feeds. Numbers that stand alone at their edges, and rise with them, are their printed numbers, where they
 * have no labels.
 */
function feedPages(text: string, bounds: readonly [number, number][], labels: readonly string[] | undefined): Pages {
  const edges = bounds.map(([from, to]) => edgesOf(text, from, to));
  const heads = new Map<string, number>();
  for (const sides of edges) {
    for (const words of new Set(sides.flat().map(([from, to]) => headOf(text.slice(from, to))))) {
      heads.set(words, (heads.get(words) ?? 0) + 1);
    }
  }
  const skipped: [number, number][] = [];
  /** How often the number at the edge of a page lies so far above its count. */
  const shifts = new Map<number, number>();
  for (const [index, sides] of edges.entries()) {
    for (const [from, to] of new Map(sides.flatMap(side => marginOf(text, side, heads)))) {
      const line = text.slice(from, to);
      skipped.push([from, to]);
      const number = numberAlone(line) ?? /^\s*(\d{1,5})\s|\s(\d{1,5})\s*$/.exec(line)?.slice(1).find(Boolean);
      if (number !== undefined) shifts.set(Number(number) - index, (shifts.get(Number(number) - index) ?? 0) + 1);
    }
  }
  skipped.sort((a, b) => a[0] - b[0]);
  if (labels) {
    const number = (label: string | undefined): number | undefined =>
      label !== undefined && /^\d{1,6}$/.test(label) ? Number(label) : undefined;
    return { starts: bounds.map(([at], index) => ({ at, number: number(labels[index]) })), printed: true, skipped };
  }
  const [shift] = [...shifts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const printed = shift !== undefined && shifts.get(shift)! >= Math.max(2, bounds.length / 2);
  return {
    starts: bounds.map(([at], index) => ({ at, number: index + (printed ? shift : 1) })),
    printed,
    skipped,
  };
}

/** The lines of an edge, from the outermost inwards, that are the page's number or a running head. */
function marginOf(text: string, side: readonly [number, number][], heads: ReadonlyMap<string, number>) {
  const isMargin = ([from, to]: readonly [number, number]): boolean => {
    const line = text.slice(from, to);
    return numberAlone(line) !== undefined || (heads.get(headOf(line)) ?? 0) >= headFrom;
  };
  const inside = side.findIndex(line => !isMargin(line));
  return inside === -1 ? side : side.slice(0, inside);
}

function numberAlone(line: string): string | undefined {
  return /^[\s–—-]*(\d{1,5})[\s–—-]*$/.exec(line)?.[1];
}

/** The first and the last few lines of a page that have words, each edge from the outermost inwards. */
function edgesOf(text: string, from: number, to: number): [top: [number, number][], bottom: [number, number][]] {
  const top: [number, number][] = [];
  let start = from;
  while (top.length < mostEdge && start < to) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 || feed > to ? to : feed;
    if (text.slice(start, end).trim() !== '') top.push([start, end]);
    start = end + 1;
  }
  const bottom: [number, number][] = [];
  let end = to;
  while (bottom.length < mostEdge && end > from) {
    const begin = Math.max(from, text.lastIndexOf('\n', end - 1) + 1);
    if (text.slice(begin, end).trim() !== '') bottom.push([begin, end]);
    end = begin - 1;
  }
  return [top, bottom];
}

/** A line without its numbers: what running heads have in common. A page's number alone is nobody's head. */
function headOf(line: string): string {
  const words = line.replace(/\d+/g, '').replace(/\s+/g, ' ').trim();
  return words === '' ? `${line}` : words;
}

/** The index of the page on which an offset lies; -1 where there are no pages. */
export function pageAt(starts: readonly PageStart[], offset: number): number {
  let low = -1;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]!.at <= offset) low = middle;
    else high = middle;
  }
  return low;
}
