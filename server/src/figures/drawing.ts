import { textWidth, type Weight } from './text-width.js';
import { plainWords, wrapped } from './words.js';

/** The fonts that are tried in turn: what journals print in, and what is there on Linux. */
const fontFamily = "Helvetica, Arial, 'DejaVu Sans', sans-serif";

/** What a picture that we made says of itself, so that it is told from one that somebody drew. */
export const pictureMark = '<!-- Drawn by Metasynth from the files of the review. Do not edit: it is drawn anew. -->';

/** Lines stand this many times their size apart. */
export const lineHeight = 1.3;

/** Colours that those who see red and green alike can tell apart (Okabe and Ito 2008), and greys. */
export const colours = {
  ink: '#000000',
  paper: '#ffffff',
  quiet: '#595959',
  line: '#4d4d4d',
  faint: '#d9d9d9',
  wash: '#f2f2f2',
  orange: '#e69f00',
  sky: '#56b4e9',
  green: '#009e73',
  yellow: '#f0e442',
  blue: '#0072b2',
  vermilion: '#d55e00',
  purple: '#cc79a7',
} as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface TextStyle {
  readonly size?: number;
  readonly weight?: Weight;
  readonly italic?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
}

export interface ShapeStyle {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: string;
  readonly radius?: number;
}

/** A line of a box, with its own style. */
export interface BoxLine {
  readonly text: string;
  readonly weight?: Weight;
  readonly italic?: boolean;
  /** How far it is set in. */
  readonly indent?: number;
  /** How much further its second line and those after it are set in, so that one sees where the next begins. */
  readonly hang?: number;
  readonly fill?: string;
}

/** How a picture is told about: to those who do not see it, and where it is printed. */
export interface Told {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
}

/**
 * A picture while it is drawn: SVG as a string, the same bytes for the same calls. Every text goes through one function, which
 * takes out what XML does not allow and escapes the rest; nothing else of a review gets into the markup.
 */
export class Drawing {
  readonly #parts: string[] = [];

  rect(x: number, y: number, width: number, height: number, style: ShapeStyle = {}): void {
    const radius = style.radius ? ` rx="${n(style.radius)}"` : '';
    this.#parts.push(
      `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${radius}${shape(style)}/>`,
    );
  }

  /** Slanting lines over a rectangle, by which it is told from others without colour. */
  hatch({ x, y, width, height }: Area, stroke: string, spacing = 6): void {
    let path = '';
    for (let at = spacing; at < width + height; at += spacing) {
      const [fromX, fromY] = at < height ? [x, y + at] : [x + at - height, y + height];
      const [toX, toY] = at < width ? [x + at, y] : [x + width, y + at - width];
      path += `M${n(fromX)} ${n(fromY)}L${n(toX)} ${n(toY)}`;
    }
    if (path !== '') this.#parts.push(`<path d="${path}" fill="none" stroke="${stroke}" stroke-width="1.3"/>`);
  }

  circle(x: number, y: number, radius: number, style: ShapeStyle = {}): void {
    this.#parts.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}"${shape(style)}/>`);
  }

  /** A line through points, with a head at its end where asked for. */
  line(points: readonly Point[], style: ShapeStyle & { readonly head?: boolean; readonly tail?: boolean } = {}): void {
    const { head = false, tail = false, stroke = colours.line, strokeWidth = 1.2 } = style;
    const drawn = [...points];
    if (head) pullBack(drawn, strokeWidth);
    if (tail) {
      drawn.reverse();
      pullBack(drawn, strokeWidth);
      drawn.reverse();
    }
    const path = drawn.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
    this.#parts.push(`<path d="${path}"${shape({ ...style, fill: 'none', stroke, strokeWidth })}/>`);
    if (head) this.#head(points.at(-2), points.at(-1), stroke, strokeWidth);
    if (tail) this.#head(points[1], points[0], stroke, strokeWidth);
  }

  /** A smooth line along points (a cubic B-spline, which stays within their hull), with a head at its end where asked for. */
  curve(points: readonly Point[], style: ShapeStyle & { readonly head?: boolean } = {}): void {
    const { head = false, stroke = colours.line, strokeWidth = 1.2 } = style;
    const drawn = [...points];
    if (head) pullBack(drawn, strokeWidth);
    const [first, last] = [drawn[0], drawn.at(-1)];
    if (!first || !last) return;
    // The ends count three times, so that the curve begins and ends at them.
    const guides = [first, first, ...drawn, last, last];
    let path = `M${n(first.x)} ${n(first.y)}`;
    for (let at = 1; at + 2 < guides.length; at++) {
      const [a, b, c] = [guides[at]!, guides[at + 1]!, guides[at + 2]!];
      const mixed = (p: Point, q: Point, part: number): string =>
        `${n(p.x + (q.x - p.x) * part)} ${n(p.y + (q.y - p.y) * part)}`;
      const end = { x: (a.x + 4 * b.x + c.x) / 6, y: (a.y + 4 * b.y + c.y) / 6 };
      path += `C${mixed(a, b, 1 / 3)} ${mixed(a, b, 2 / 3)} ${n(end.x)} ${n(end.y)}`;
    }
    this.#parts.push(`<path d="${path}"${shape({ ...style, fill: 'none', stroke, strokeWidth })}/>`);
    if (head) this.#head(points.at(-2), points.at(-1), stroke, strokeWidth);
  }

  #head(from: Point | undefined, to: Point | undefined, fill: string, strokeWidth: number): void {
    if (!from || !to) return;
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const [long, wide] = [headLength(strokeWidth), headLength(strokeWidth) * 0.45];
    const [bx, by] = [to.x - dx * long, to.y - dy * long];
    const path = `M${n(to.x)} ${n(to.y)}L${n(bx - dy * wide)} ${n(by + dx * wide)}L${n(bx + dy * wide)} ${n(by - dx * wide)}Z`;
    this.#parts.push(`<path d="${path}" fill="${fill}"/>`);
  }

  /** A path of one's own: only numbers and letters of SVG's path language get in. */
  path(d: string, style: ShapeStyle = {}): void {
    this.#parts.push(`<path d="${d.replace(/[^MLCQHVAZ0-9.\- ,]/g, '')}"${shape(style)}/>`);
  }

  /** One line of text, `y` at its baseline. No text draws nothing. */
  text(words: string, x: number, y: number, style: TextStyle = {}): void {
    this.#text(words, `x="${n(x)}" y="${n(y)}"`, style);
  }

  /** One line of text that runs upwards from a point, `x` at its baseline. */
  upwards(words: string, x: number, y: number, style: TextStyle = {}): void {
    this.#text(words, `transform="translate(${n(x)} ${n(y)}) rotate(-90)"`, style);
  }

  #text(words: string, place: string, style: TextStyle): void {
    const plain = plainWords(words);
    if (plain === '') return;
    const { size = 12, weight = 'normal', italic = false, anchor = 'start', fill = colours.ink } = style;
    const more = [
      weight === 'bold' ? ' font-weight="bold"' : '',
      italic ? ' font-style="italic"' : '',
      anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
      fill === colours.ink ? '' : ` fill="${fill}"`,
    ].join('');
    this.#parts.push(`<text ${place} font-size="${n(size)}"${more}>${escaped(plain)}</text>`);
  }

  /** A box with lines in it, in a group of its own. The lines have been wrapped to fit. */
  box(area: Area, lines: readonly BoxLine[], style: ShapeStyle & BoxStyle = {}): void {
    const { size = 12, align = 'left', padding = boxPadding } = style;
    this.#parts.push('<g class="box">');
    this.rect(area.x, area.y, area.width, area.height, { fill: colours.paper, stroke: colours.line, ...style });
    const step = size * lineHeight;
    // The first line stands so that the lines as a whole have the middle of the box.
    let y = area.y + (area.height - lines.length * step) / 2 + size * baseline;
    for (const { text, indent = 0, ...look } of lines) {
      const x = align === 'middle' ? area.x + area.width / 2 : area.x + padding + indent;
      this.text(text, x, y, { size, anchor: align === 'middle' ? 'middle' : 'start', ...look });
      y += step;
    }
    this.#parts.push('</g>');
  }

  /** The whole as a file's text. Sizes are CSS pixels. */
  svg({ width, height, title, description }: Told): string {
    const [w, h] = [Math.ceil(width), Math.ceil(height)];
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" font-family="${fontFamily}">`,
      pictureMark,
      `<title>${escaped(plainWords(title))}</title>`,
      `<desc>${escaped(plainWords(description))}</desc>`,
      `<rect width="${w}" height="${h}" fill="${colours.paper}"/>`,
      ...this.#parts,
      '</svg>',
      '',
    ].join('\n');
  }
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BoxStyle {
  readonly size?: number;
  readonly align?: 'left' | 'middle';
  readonly padding?: number;
}

/** Between a box's edge and its text. */
export const boxPadding = 9;

/** Where in its line's height a text's baseline lies, in sizes: the letters then stand in the middle of it. */
const baseline = 1;

/** The height of a box around some lines. */
export function boxHeight(lines: number, size = 12, padding = boxPadding): number {
  return lines * size * lineHeight + 2 * padding;
}

/** Texts as the lines of a box of a width, each wrapped; what is set in is wrapped narrower. */
export function boxLines(texts: readonly BoxLine[], width: number, size = 12, padding = boxPadding): BoxLine[] {
  return texts.flatMap(({ text, hang = 0, indent = 0, ...look }) =>
    wrapped(text, width - 2 * padding - indent - hang, size, look.weight ?? 'normal').map((line, at) => ({
      ...look,
      text: line,
      indent: indent + (at === 0 ? 0 : hang),
    })),
  );
}

/** Where the letters of a line stand in the middle of a height: the baseline below it. */
export function middleBaseline(y: number, size: number): number {
  return y + size * 0.36;
}

function headLength(strokeWidth: number): number {
  return 5 + 3 * strokeWidth;
}

/** Lets a line end where its head begins, so that the line does not stick out at the tip. */
function pullBack(points: Point[], strokeWidth: number): void {
  const [from, to] = [points.at(-2), points.at(-1)];
  if (!from || !to) return;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return;
  const back = Math.min(headLength(strokeWidth) * 0.7, length);
  points[points.length - 1] = {
    x: to.x - ((to.x - from.x) / length) * back,
    y: to.y - ((to.y - from.y) / length) * back,
  };
}

function shape({ fill = 'none', stroke, strokeWidth = 1, dash }: ShapeStyle): string {
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${n(strokeWidth)}"`;
  return ` fill="${fill}"${line}${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}`;
}

/** A number with two decimals at most, the same on every machine. */
export function n(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : '0';
}

/** Text as text of XML, in elements and in attributes. */
export function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** How much room a line of text takes, for whoever lays out something beside it. */
export function room(text: string, size: number, weight: Weight = 'normal'): number {
  return textWidth(plainWords(text), size, weight);
}
