import type { PhrasingContent } from 'mdast';
import type { WorkFacts } from '../../syntax/facts.js';

/** The kinds of work that styles tell apart. */
export type WorkKind = 'article' | 'book' | 'chapter' | 'thesis' | 'report' | 'web' | 'other';

const kinds: readonly (readonly [WorkKind, RegExp])[] = [
  ['article', /^(?:article(?:-\w+)?|review(?:-\w+)?|jour|jfull|ejour|mgzn|news|abst)$/],
  ['book', /^(?:book|mvbook|booklet|collection|mvcollection|proceedings|manual|ebook|edbook)$/],
  [
    'chapter',
    /^(?:incollection|inbook|bookinbook|suppbook|inproceedings|conference|chapter|paper-conference|entry(?:-\w+)?|chap|echap|conf|cpaper)$/,
  ],
  ['thesis', /^(?:thesis|phdthesis|mastersthesis|thes)$/],
  ['report', /^(?:report|techreport|rprt|govdoc)$/],
  ['web', /^(?:online|electronic|www|webpage|post(?:-weblog)?|elec|blog|web)$/],
];

export function kindOf({ source }: WorkFacts): WorkKind {
  const type = source.type.toLowerCase();
  return kinds.find(([, pattern]) => pattern.test(type))?.[0] ?? 'other';
}

/** An entry put together from parts that may be missing, each with the sign that ends it. */
export class Entry {
  readonly words: PhrasingContent[] = [];

  /** Adds text as it is. */
  text(value: string): this {
    const last = this.words.at(-1);
    if (value === '') return this;
    if (last?.type === 'text') last.value += value;
    else this.words.push({ type: 'text', value });
    return this;
  }

  italic(value: string): this {
    if (value !== '') this.words.push({ type: 'emphasis', children: [{ type: 'text', value }] });
    return this;
  }

  /** An address, which is a link where it is one of the web. */
  link(url: string): this {
    if (/^https?:\/\//.test(url)) this.words.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    else this.text(url);
    return this;
  }

  /** A full stop, where what stands there does not end already. */
  stop(): this {
    const end = wordsOf(this.words);
    return end === '' || /[.?!…][”"’']*$/.test(end) ? this : this.text('.');
  }

  /** Adds a part that ends with a full stop; nothing where there is none. */
  sentence(value: string | undefined): this {
    return value ? this.space().text(value).stop() : this;
  }

  /** A space before what comes next, unless nothing stands here yet. */
  space(): this {
    return this.words.length === 0 || / $/.test(wordsOf(this.words)) ? this : this.text(' ');
  }
}

function wordsOf(words: readonly PhrasingContent[]): string {
  return words.map(word => ('value' in word ? word.value : 'children' in word ? wordsOf(word.children) : '')).join('');
}

/** *2* → *2nd*; what says *ed.* already, or is a word, is left as it is, without its *ed.* */
export function editionOf({ source }: WorkFacts): string {
  const edition = (source.edition ?? '').replace(/\s*(?:edition|edn?)\.?$/i, '').trim();
  const number = /^\d{1,3}$/.exec(edition)?.[0];
  if (number === undefined) return edition.charAt(0).toLowerCase() + edition.slice(1);
  if (number === '1') return '';
  const tens = Number(number) % 100;
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][Number(number) % 10] ?? 'th');
  return `${number}${ending}`;
}

/** Where a work is found on the web: its DOI, else its address. */
export function addressOf({ doi, source }: WorkFacts): string {
  return doi === undefined ? (source.url ?? '') : `https://doi.org/${doi}`;
}
