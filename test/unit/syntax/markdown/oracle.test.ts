/**
 * The scanner against remark, on documents of the kind that people write. Remark is CommonMark as GitHub renders it; it
 * knows nothing of citations, but it does know what is code, HTML and the target of a link.
 */
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { scanMarkdown } from '../../../../server/src/syntax/markdown/scan.js';
import { citationsOf } from './support.js';

/** As much of remark's tree as is looked at here. */
interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly position?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
  readonly children?: readonly Node[];
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']);

function remark(text: string): Node {
  return processor.parse(text) as unknown as Node;
}

const word = fc.constantFrom('keepers', 'Gardens', 'the', '12', 'said', 'Ä😀', 'and', 'no.', 'end.', 'Why?', '(aside)');
const inline = fc.constantFrom(
  '[@doe99; see @roe2001, p. 3]',
  '@doe99',
  '`@code` x',
  '``a ` [@b]``',
  '[link @a](http://x.y/@b)',
  '[text][ref]',
  '![alt](i@j.png "[@k]")',
  '<https://x.y/@c>',
  'https://x.y/@d',
  '<b id="@e">',
  '</b>',
  'me@example.org',
  '\\@f',
  '*em* **strong**',
  '_under_',
  '5<!-- = studies -->',
  'a <!-- [@g] --> b',
  '\\[@h]',
  '[^1]',
  '#tag',
  'a | b',
  '- dash',
  '5 > 3',
);
const lineOf = fc
  .tuple(word, fc.array(fc.oneof({ weight: 3, arbitrary: word }, inline), { maxLength: 6 }))
  .map(([first, rest]) => [first, ...rest].join(' '));
const paragraph = fc
  .array(fc.tuple(fc.constantFrom('', '', '', ' ', '   ', '     '), lineOf), { minLength: 1, maxLength: 3 })
  .map(lines => lines.map(([indent, line], i) => (i === 0 ? line : indent + line)).join('\n'));
const nestable = fc.oneof(
  paragraph,
  fc.tuple(fc.integer({ min: 1, max: 6 }), lineOf, fc.boolean()).map(([level, line, closed]) => {
    const marks = '#'.repeat(level);
    return `${marks} ${line}${closed ? ` ${marks}` : ''}`;
  }),
  fc.tuple(paragraph, fc.constantFrom('===', '---', '-----  ')).map(([words, line]) => `${words}\n${line}`),
  fc
    .tuple(
      fc.constantFrom('```', '~~~', '````'),
      fc.array(fc.oneof(lineOf, fc.constantFrom('', '# no', '> no', '~~')), { maxLength: 4 }),
    )
    .map(([fence, lines]) => [`${fence} text`, ...lines, fence].join('\n')),
  fc
    .array(lineOf, { minLength: 1, maxLength: 2 })
    .map(lines => `Code:\n\n${lines.map(line => `    ${line}`).join('\n')}`),
  fc.constantFrom('***', '- - -', '___', '<div>\n[@z]\n</div>', '<!-- one [@z] -->', '<!-- two\n\nlines [@z] -->'),
  fc.constantFrom('| A | B |\n| --- | :-: |\n| [@z] | b |\n', '[ref]: http://x.y/@z "title"\n', '[other]: <a b>\n'),
);
const indented = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, i) => (line === '' ? '' : (i === 0 ? first : rest) + line))
    .join('\n');
const block = fc.oneof(
  { weight: 5, arbitrary: nestable },
  fc.tuple(fc.array(nestable, { minLength: 1, maxLength: 2 }), fc.boolean(), paragraph).map(([inside, lazy, more]) => {
    const quoted = inside
      .join('\n\n')
      .split('\n')
      .map(line => (line === '' ? '>' : `> ${line}`))
      .join('\n');
    return lazy ? `${quoted}\n>\n> ${more}` : quoted;
  }),
  fc
    .tuple(fc.constantFrom('- ', '* ', '1. '), fc.array(nestable, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([marker, items, loose]) =>
      items.map(item => indented(item, marker, ' '.repeat(marker.length))).join(loose ? '\n\n' : '\n'),
    ),
);
const document = fc
  .tuple(
    fc.constantFrom('', '', '---\ntitle: x\n---\n', '---\na: "[@b]"\n---\n\n'),
    fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n\n', '\n')), { maxLength: 6 }),
  )
  .chain(([front, blocks]) => {
    const text = front + blocks.flat().join('');
    return fc.constantFrom(text, text, text.replaceAll('\n', '\r\n'));
  });

/** From the first to the last character that is not white space. */
function trimmed(text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  return `${start + words.length - words.trimStart().length}-${start + words.trimEnd().length}`;
}

const KINDS: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  blockquote: 'quote',
  code: 'code',
  table: 'table',
  thematicBreak: 'rule',
};

function remarkOutline(text: string): { blocks: string[]; lists: [number, number][] } {
  const blocks: string[] = [];
  const lists: [number, number][] = [];
  for (const node of remark(text).children!) {
    const start = node.position!.start.offset;
    const end = node.position!.end.offset;
    if (node.type === 'list') lists.push([start, end]);
    else if (node.type === 'heading') blocks.push(`h${node.depth} ${trimmed(text, start, end)}`);
    else if (KINDS[node.type]) blocks.push(`${KINDS[node.type]} ${trimmed(text, start, end)}`);
  }
  return { blocks, lists };
}

function ownOutline(text: string, lists: readonly (readonly [number, number])[]): string[] {
  const found: string[] = [];
  for (const { heading, blocks } of scanMarkdown(text).sections) {
    if (heading) found.push(`h${heading.level} ${heading.at.join('-')}`);
    for (const { kind, at } of blocks) {
      const listed = lists.some(([start, end]) => at[0] >= start && at[0] < end);
      if (!listed && kind !== 'html' && kind !== 'comment') found.push(`${kind} ${trimmed(text, ...at)}`);
    }
  }
  return found;
}

/** Stretches where no citation can be: code, HTML, definitions, and links (whose words are no groups either). */
function opaque(node: Node): [number, number][] {
  const found: [number, number][] = [];
  if (/^(?:code|inlineCode|html|definition|yaml|link|image|linkReference)$/.test(node.type) && node.position) {
    found.push([node.position.start.offset, node.position.end.offset]);
  }
  for (const child of node.children ?? []) found.push(...opaque(child));
  return found;
}

const RUNS = { numRuns: 200 };

describe('the scanner and remark', () => {
  it('see the same headings, paragraphs, quotes, code, tables and rules', () => {
    fc.assert(
      fc.property(document, text => {
        const { blocks, lists } = remarkOutline(text);
        expect(ownOutline(text, lists)).toEqual(blocks);
      }),
      RUNS,
    );
  });

  it('see the same words in headings', () => {
    fc.assert(
      fc.property(document, text => {
        const words = remark(text).children!.flatMap(node => {
          if (node.type !== 'heading') return [];
          const at = [node.children?.[0]?.position?.start.offset, node.children?.at(-1)?.position?.end.offset];
          return at[0] === undefined || at[1] === undefined ? [] : [at.join('-')];
        });
        const own = scanMarkdown(text).sections.flatMap(({ heading }) => (heading ? [heading] : []));
        const at = new Set(own.map(({ textAt }) => trimmed(text, ...textAt)));
        // A heading that ends in a comment has its words end before it.
        const lost = words.filter(span => !at.has(span) && !text.slice(0, Number(span.split('-')[1])).endsWith('-->'));
        expect(lost).toEqual([]);
      }),
      RUNS,
    );
  });

  it('agree on what is code, HTML or a link, where nothing is cited', () => {
    fc.assert(
      fc.property(document, text => {
        const hidden = opaque(remark(text));
        const wrong = citationsOf(scanMarkdown(text)).filter(({ at }) =>
          hidden.some(([start, end]) => at[0] >= start && at[1] <= end),
        );
        expect(wrong.map(({ at }) => text.slice(at[0] - 10, at[1] + 10))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('find every citation that stands in plain words', () => {
    const plain = fc
      .array(fc.oneof(word, fc.constantFrom('[@doe99]', '@roe2001', '`@no`', '[see @x1, p. 3; @y2]')), { minLength: 1 })
      .map(words => `Words ${words.join(' ')}`);
    fc.assert(
      fc.property(plain, fc.constantFrom('', '> ', '- '), (text, marker) => {
        const expected = [...text.replaceAll('`@no`', '').matchAll(/@(\w+)/g)].map(match => match[1]);
        expect(citationsOf(scanMarkdown(marker + text)).map(({ key }) => key)).toEqual(expected);
      }),
      RUNS,
    );
  });
});
