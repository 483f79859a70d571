import { SaxesParser } from 'saxes';
import { textWidth } from '../../../server/src/figures/text-width.js';

/** An element of a drawing, read by a parser that refuses whatever is not well-formed. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Reads a drawing. Fails for text that is not well-formed XML. */
export function parseSvg(svg: string): Element {
  const root: { children: (Element | string)[] } = { children: [] };
  const open: { children: (Element | string)[] }[] = [root];
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', text => void open.at(-1)!.children.push(text));
  parser.write(svg).close();
  return root.children.find(child => typeof child !== 'string') as Element;
}

export function elementsOf(element: Element): Element[] {
  return [element, ...element.children.flatMap(child => (typeof child === 'string' ? [] : elementsOf(child)))];
}

export function textOf(element: Element): string {
  return element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** All text that is drawn, in order. */
export function wordsOf(svg: string): string[] {
  return elementsOf(parseSvg(svg))
    .filter(({ name }) => name === 'text')
    .map(textOf);
}

/** The room that a text takes by our own measure, turned where it is turned. */
export function extentOf(text: Element): Rectangle {
  const { attributes } = text;
  const size = Number(attributes['font-size']);
  const width = textWidth(textOf(text), size, attributes['font-weight'] === 'bold' ? 'bold' : 'normal');
  const before = { start: 0, middle: width / 2, end: width }[attributes['text-anchor'] ?? 'start'] ?? 0;
  const [ascent, descent] = [size * 0.76, size * 0.24];
  const turned = /^translate\((\S+) (\S+)\) rotate\(-(\d+)\)$/.exec(attributes.transform ?? '');
  if (!turned) {
    const [x, y] = [Number(attributes.x), Number(attributes.y)];
    return { x: x - before, y: y - ascent, width, height: size };
  }
  const [x, y] = [Number(turned[1]), Number(turned[2])];
  return { x: x - ascent, y: y + before - width, width: ascent + descent, height: width };
}

export function isInside(inner: Rectangle, outer: Rectangle, slack = 0.5): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

export function overlap(a: Rectangle, b: Rectangle, slack = 0.5): boolean {
  return (
    a.x + a.width > b.x + slack &&
    b.x + b.width > a.x + slack &&
    a.y + a.height > b.y + slack &&
    b.y + b.height > a.y + slack
  );
}

/** The boxes of a drawing, each with its texts. */
export function boxesOf(root: Element): { area: Rectangle; texts: Element[] }[] {
  return elementsOf(root)
    .filter(({ attributes }) => attributes.class === 'box')
    .map(group => {
      const inner = elementsOf(group);
      const { x, y, width, height } = inner.find(({ name }) => name === 'rect')!.attributes;
      return {
        area: { x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
        texts: inner.filter(({ name }) => name === 'text'),
      };
    });
}

/** What elements and attributes our drawings are made of. */
const elements = new Set(['svg', 'title', 'desc', 'rect', 'circle', 'path', 'text', 'g']);

/**
 * What must hold of every figure, whatever the review says: complaints, each a sentence. It is well-formed, has nothing in it
 * that runs or is fetched, no text stands out of its box or of the picture, no box lies over another, no text over another.
 */
export function complaintsOf(svg: string): string[] {
  const complaints: string[] = [];
  const root = parseSvg(svg);
  const { width, height } = root.attributes;
  const page = { x: 0, y: 0, width: Number(width), height: Number(height) };
  const all = elementsOf(root);
  for (const { name, attributes } of all) {
    if (!elements.has(name)) complaints.push(`there is an element ${name}`);
    for (const [key, value] of Object.entries(attributes)) {
      if (/^(?:on|style$|src)|href/i.test(key)) complaints.push(`there is an attribute ${key}`);
      if (/NaN|Infinity|undefined/.test(value)) complaints.push(`${key} of a ${name} is ${value}`);
    }
  }
  const texts = all.filter(({ name }) => name === 'text');
  for (const text of texts) {
    if (!isInside(extentOf(text), page)) complaints.push(`"${textOf(text)}" stands out of the picture`);
  }
  const boxes = boxesOf(root);
  boxes.forEach(({ area, texts: lines }, at) => {
    if (!isInside(area, page)) complaints.push(`a box stands out of the picture: ${lines.map(textOf).join(' ')}`);
    for (const line of lines) {
      if (!isInside(extentOf(line), area)) complaints.push(`"${textOf(line)}" stands out of its box`);
    }
    for (const other of boxes.slice(at + 1)) {
      if (overlap(area, other.area)) {
        complaints.push(`two boxes overlap: ${lines.map(textOf).join(' ')} | ${other.texts.map(textOf).join(' ')}`);
      }
    }
  });
  const extents = texts.map(text => ({ text, extent: extentOf(text) }));
  extents.forEach(({ text, extent }, at) => {
    for (const other of extents.slice(at + 1)) {
      // Letters with nothing above or below may come near.
      if (overlap(extent, other.extent, 1.5)) complaints.push(`"${textOf(text)}" lies over "${textOf(other.text)}"`);
    }
  });
  return complaints;
}
