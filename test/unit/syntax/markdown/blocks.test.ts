import { describe, expect, it } from 'vitest';
import { scanMarkdown } from '../../../../server/src/syntax/markdown/scan.js';
import { blocksOf, outline } from './support.js';

const cases: [name: string, text: string, expected: string[]][] = [
  ['paragraphs', 'One\nline.\n\nTwo.', ['paragraph One|line.', 'paragraph Two.']],
  ['CRLF', 'One\r\nline.\r\n\r\nTwo.\r\n', ['paragraph One|line.', 'paragraph Two.']],
  ['a lone CR', '# A\rOne\rline.\r\rTwo.', ['h1 A', 'paragraph One|line.', 'paragraph Two.']],
  ['ATX headings', '# A\n###### F ##\n####### seven\n#1', ['h1 A', 'h6 F', 'paragraph ####### seven|#1']],
  ['an empty heading', '##\n## ##', ['h2', 'h2']],
  ['setext headings', 'A\nlong *one*\n===\nB\n---\n', ['h1 A long *one*', 'h2 B']],
  ['a rule is no underline', 'A\n\n---\n\n***\nB', ['paragraph A', 'rule', 'rule', 'paragraph B']],
  ['fences', '```\n[@a]\n~~~\n````\nA\n~~~ x\n# no\n~~~~', ['code', 'paragraph A', 'code']],
  ['a shorter fence closes nothing', '````\n```\n# no\n````\n# Yes', ['code', 'h1 Yes']],
  ['an unclosed fence', 'A\n\n```\n# no\n\n> no', ['paragraph A', 'code']],
  ['a fence in a quote ends with it', '> ```\n> no\n\nA', ['quote', 'paragraph A']],
  ['indented code', 'A\n\n    code\n\n    more\n\nB\n    no code', ['paragraph A', 'code', 'paragraph B|no code']],
  ['a tab indents code', '\tcode\nA', ['code', 'paragraph A']],
  ['HTML', '<div>\n# no\n</div>\n\n<b>x</b> y', ['html', 'paragraph <b>x</b> y']],
  ['a lone tag', '<x-y z="1">\nno\n\nA\n<b>\nB', ['html', 'paragraph A|<b>|B']],
  ['a table', 'A | B\n--- | ---\n[@x] | y\n\nAfter', ['table', 'paragraph After']],
  ['a table below words', 'Words\n| A |\n|---|\n| 1<!-- = x --> |', ['paragraph Words', 'table <= x>']],
  ['no table: cells differ', '| A | B |\n|---|', ['paragraph | A | B |||---|']],
  ['items', '- one\n  on\n- two\nlazy\n+ three\n1) four', ['item one|on', 'item two|lazy', 'item three', 'item four']],
  ['nested items', '1. a\n   - b\n     - c\n2. d', ['item a', 'item b', 'item c', 'item d']],
  ['an item of two paragraphs', '- a\n\n  b\n\nc', ['item a||b', 'paragraph c']],
  ['words after a nested list', '- a\n  - b\n\n  c', ['item a', 'item b', 'item c']],
  ['code in an item', '- a\n\n      code\n\n  b', ['item a', 'code', 'item b']],
  ['a number does not begin a list amid words', 'In\n1986. It\n1. x', ['paragraph In|1986. It', 'item x']],
  ['a task', '- [x] done\n- [ ] open', ['item done', 'item open']],
  ['a quote with lazy words', '> A\nlazy\n>\n> B\n\nC', ['quote A|lazy||B', 'paragraph C']],
  ['a quote in a quote', '> A\n> > B\n> C', ['quote A||B|C']],
  ['a list in a quote', '> - a\n> - b', ['quote a||b']],
  ['a heading in a quote is words', '> ## A ##\n> B', ['quote A||B']],
  ['an empty quote', '>\n', ['quote']],
  ['a quote in an item', '- a\n\n  > b\n', ['item a', 'quote b']],
  ['two quotes', '> a\n\n> b', ['quote a', 'quote b']],
  ['a callout', '> [!note]- Title\n> words', ['callout Title|words']],
  ['a callout without title', '> [!WARNING]\n> words', ['callout words']],
  ['a footnote', 'A[^1].\n\n[^1]: See\n    this.\n\nB', ['paragraph A[^1].', 'paragraph See|this.', 'paragraph B']],
  ['link definitions', '[a]: http://x "t"\n[b]:\n  /y\nWords', ['html', 'paragraph Words']],
  ['Pandoc divisions', '::: {.note}\nWords\n:::', ['html', 'paragraph Words', 'html']],
  ['a comment of several lines', 'A\n<!-- b\n\n# c -->\nD', ['paragraph A', 'comment <b||# c>', 'paragraph D']],
  ['two comments on a line', '<!-- a --> <!-- b -->', ['comment <a>', 'comment <b>']],
  ['words behind a comment are HTML', '<!-- a --> words', ['html <a>']],
  ['an unclosed comment', 'A\n\n<!-- b\nc\n\n# D', ['paragraph A', 'comment <b|c>', 'h1 D']],
  ['an unclosed comment before another', '<!-- b\n\n# D\n\n<!-- e -->', ['comment <b>', 'h1 D', 'comment <e>']],
  ['an unclosed comment amid words', 'A <!-- b\nc\n\nD', ['paragraph A <!-- b|c <b|c>', 'paragraph D']],
  ['a comment in a quote', '> A\n> <!-- b -->\n> C', ['quote A||C <b>']],
  ['the shortest comments', 'a <!--> b <!---> c', ['paragraph a <!--> b <!---> c <> <>']],
  ['no comment in code', 'a `<!-- b -->` \\<!-- c', ['paragraph a `<!-- b -->` \\<!-- c']],
  [
    'Pandoc identifiers',
    '# A {#main .x}\nB {.y #b k=v}\n---\n# {c} d {e}',
    ['h1 A {main}', 'h2 B {b}', 'h1 {c} d {e}'],
  ],
  ['a comment behind a heading', '## A # <!-- construct: b -->\nC', ['h2 A', 'comment <construct: b>', 'paragraph C']],
];

describe('blocks', () => {
  it.each(cases)('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  it('tells where a block and its words stand', () => {
    const text = 'A\n\n  1. one\n     two  \n\n> three\nfour\n\n``` x\ncode\n```  \n';
    const at = blocksOf(scanMarkdown(text)).map(block => text.slice(...block.at));
    expect(at).toEqual(['A', '1. one\n     two', '> three\nfour', '``` x\ncode\n```']);
  });

  it('tells where a heading, its words and its identifier stand', () => {
    const text = 'x\n\n  ## Two words ## {#id-2 .a}  \ny';
    const { heading } = scanMarkdown(text).sections[1]!;
    expect(text.slice(...heading!.at)).toBe('## Two words ## {#id-2 .a}');
    expect(text.slice(...heading!.textAt)).toBe('Two words');
    expect(text.slice(...heading!.id!.at)).toBe('id-2');
  });

  it('gives a comment its place, and says whether it touches what stands before it', () => {
    const text = 'We found 15<!-- = studies --> of <!-- x --> them.\n> a\n> 3<!--\n> b -->';
    const found = blocksOf(scanMarkdown(text)).flatMap(block => block.comments);
    expect(found.map(comment => [text.slice(...comment.at), text.slice(...comment.textAt), comment.touches])).toEqual([
      ['<!-- = studies -->', '= studies', true],
      ['<!-- x -->', 'x', false],
      ['<!--\n> b -->', 'b', true],
    ]);
  });
});

describe('sections', () => {
  it('follow one another from the front matter to the end', () => {
    const text = '---\na: 1\n---\nOne\n\n  ## Two\n\nThree\n===\n';
    expect(scanMarkdown(text).sections.map(section => text.slice(...section.at))).toEqual([
      'One\n\n',
      '  ## Two\n\n',
      'Three\n===\n',
    ]);
  });

  it('have none without a text, and one without a heading', () => {
    expect(scanMarkdown('').sections).toEqual([]);
    expect(scanMarkdown('\n').sections).toEqual([{ heading: undefined, at: [0, 1], blocks: [] }]);
  });
});

describe('front matter', () => {
  const cases: [name: string, text: string, yaml: string | undefined, closed: boolean, rest: string][] = [
    ['closed', '---\na: 1\n---\nB', 'a: 1\n', true, 'B'],
    ['closed by dots', '---\na: 1\n...\nB', 'a: 1\n', true, 'B'],
    ['CRLF and spaces', '--- \r\na: 1\r\n---\t\r\nB', 'a: 1\r\n', true, 'B'],
    ['empty', '---\n---\n', '', true, ''],
    ['unclosed to a blank line', '---\na: 1\n\nB', 'a: 1\n', false, '\nB'],
    ['unclosed to a heading', '---\na: 1\n## B', 'a: 1\n', false, '## B'],
    ['just begun', '---', '', false, ''],
    ['half a word', '---\nti', 'ti', false, ''],
    ['a rule', '---\n\nWords', undefined, false, ''],
    ['a rule above words', '---\nJust some words', undefined, false, ''],
    ['four dashes', '----\na: 1\n---\n', undefined, false, ''],
    ['not at the start', '\n---\na: 1\n---\n', undefined, false, ''],
  ];
  it.each(cases)('%s', (_, text, yaml, closed, rest) => {
    const { frontMatter } = scanMarkdown(text);
    expect(frontMatter && text.slice(...frontMatter.yaml)).toBe(yaml);
    if (!frontMatter) return;
    expect(frontMatter.closed).toBe(closed);
    expect(frontMatter.whole[0]).toBe(0);
    expect(text.slice(frontMatter.whole[1])).toBe(rest);
  });
});

describe('generated blocks', () => {
  const show = (text: string): string[] =>
    scanMarkdown(text).generated.map(
      ({ name, argument, content, close }) => `${name} ${argument}: ${close ? text.slice(...content) : 'unclosed'}`,
    );
  const block = (name: string, inside = 'x'): string =>
    `<!-- metasynth:${name} -->${inside}<!-- /metasynth:${name} -->`;

  it('are listed with their argument and content, which gives no sections', () => {
    const text = 'A\n\n<!-- metasynth:outline by study -->\n# B\n\nC [@d]\n\n<!-- /metasynth:outline -->\n\nE';
    expect(show(text)).toEqual(['outline by study: \n# B\n\nC [@d]\n\n']);
    expect(outline(text)).toEqual(['paragraph A', 'paragraph E']);
    const { open, close } = scanMarkdown(text).generated[0]!;
    expect(text.slice(...open)).toBe('<!-- metasynth:outline by study -->');
    expect(text.slice(...close!)).toBe('<!-- /metasynth:outline -->');
  });

  it('may have the same name', () => {
    expect(show(`${block('a')}\n\n${block('a', 'y')}\n`)).toEqual(['a : x', 'a : y']);
  });

  it('are not seen in code or amid words', () => {
    expect(
      show(`\`\`\`\n${block('a')}\n\`\`\`\n\n    ${block('b')}\n\nUse \`${block('c')}\`.\n\nOr ${block('d')}.`),
    ).toEqual([]);
  });

  it('end nowhere when they are not closed, even if another of that name follows', () => {
    const text = `<!-- metasynth:a -->\n\nWords\n\n${block('a', '\nx\n')}\n\nMore`;
    expect(show(text)).toEqual(['a : unclosed', 'a : \nx\n']);
    expect(outline(text)).toEqual(['paragraph Words', 'paragraph More']);
    const [first] = scanMarkdown(text).generated;
    expect(first?.content).toEqual([first?.open[1], first?.open[1]]);
  });

  it('hold what opens inside them, nested or crossed', () => {
    expect(show(block('a', `\n${block('b')}\n`))).toHaveLength(1);
    const crossed = '<!-- metasynth:a -->\n<!-- metasynth:b -->\n<!-- /metasynth:a -->\nW\n\n<!-- /metasynth:b -->';
    expect(show(crossed)).toEqual(['a : \n<!-- metasynth:b -->\n']);
    expect(outline(crossed)).toEqual(['paragraph W', 'comment </metasynth:b>']);
  });

  it('may stand inside HTML', () => {
    const text = '<details>\n<!-- metasynth:a -->\n\n| x |\n|---|\n\n<!-- /metasynth:a -->\n</details>\n\nW';
    expect(show(text)).toEqual(['a : \n\n| x |\n|---|\n\n']);
    expect(outline(text)).toEqual(['html', 'html', 'paragraph W']);
  });
});
