/**
 * An SVG of ours as a part of an HTML page. What stands in one page shares its names, so ids get a prefix; and only what draws
 * comes through, should words of a review ever have become markup on their way here. Styles for the whole page, scripts and
 * whatever leads elsewhere are left out.
 *
 * @param prefix put before each id, different for each picture of a page
 * @returns undefined for what is no SVG of the kind that we make
 */
export function inlineSvg(svg: string, prefix: string): string | undefined {
  const start = svg.search(/<svg[\s>]/);
  if (start === -1 || /<style[\s>]/.test(svg)) return undefined;
  let out = '';
  let at = start;
  const open: string[] = [];
  for (const { 0: tag, 1: closing, 2: name = '', 3: rest = '', index } of svg.slice(start).matchAll(tags)) {
    const from = start + index;
    out += textOf(svg.slice(at, from));
    at = from + tag.length;
    if (!drawing.has(name)) return undefined;
    if (closing) {
      if (open.pop() !== name) return undefined;
      out += `</${name}>`;
    } else {
      const empty = rest.endsWith('/');
      out += `<${name}${attributesOf(empty ? rest.slice(0, -1) : rest, prefix)}${empty ? '/' : ''}>`;
      if (!empty) open.push(name);
    }
    if (open.length === 0) return out;
  }
  return undefined;
}

const tags = /<(\/?)([A-Za-z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const attributes = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The elements that draw, and those that say what is drawn. */
const drawing = new Set(
  (
    'svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath marker ' +
    'clipPath mask pattern linearGradient radialGradient stop'
  ).split(' '),
);

function attributesOf(written: string, prefix: string): string {
  let out = '';
  for (const [, name = '', double, single] of written.matchAll(attributes)) {
    const value = (double ?? single ?? '').replace(/</g, '&lt;').replace(/"/g, '&quot;');
    if (/^on/i.test(name) || /^xmlns:/.test(name) || /url\(\s*(?!#)/.test(value)) continue;
    if (/^(?:xlink:)?href$/.test(name)) {
      if (value.startsWith('#')) out += ` ${name}="#${prefix}${value.slice(1)}"`;
    } else if (name === 'id') out += ` id="${prefix}${value}"`;
    else if (/^aria-(?:labelledby|describedby)$/.test(name)) {
      out += ` ${name}="${value
        .split(/\s+/)
        .filter(Boolean)
        .map(id => prefix + id)
        .join(' ')}"`;
    } else out += ` ${name}="${value.replace(/url\(\s*#/g, `url(#${prefix}`)}"`;
  }
  return out;
}

/** What stands between tags, in which nothing may begin one. */
function textOf(between: string): string {
  return between
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
