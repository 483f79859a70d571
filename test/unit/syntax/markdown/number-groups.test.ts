import { describe, expect, test } from 'vitest';
import { scanMarkdown } from '../../../../server/src/syntax/markdown/scan.js';

/** The numbers in brackets of a text, each group by itself; a prefix stands before its number. */
function groupsIn(text: string): string {
  const groups = new Map<number, string[]>();
  for (const block of scanMarkdown(text).sections.flatMap(section => section.blocks)) {
    for (const { number, prefix, group } of block.sentences.flatMap(sentence => sentence.numbers)) {
      const words = prefix === '' ? String(number) : `${prefix} ${number}`;
      groups.set(group[0], [...(groups.get(group[0]) ?? []), words]);
    }
  }
  return [...groups.values()].map(each => each.join(' ')).join(' | ');
}

describe('numbers in brackets', () => {
  test.each([
    ['It helps [4].', '4'],
    ['It helps [1,3,17–22].', '1 3 17 18 19 20 21 22'],
    ['It helps [1, 3-5].', '1 3 4 5'],
    ['It helps [1;3; 5].', '1 3 5'],
    ['It helps [see 1, 3; but see 5].', 'see 1 see 3 but see 5'],
    ['It helps [12, p. 4].', '12'],
    ['It helps [1][2].', '1 | 2'],
    ['It helps\\[1,2\\].', '1 2'],
    ['[3] has it otherwise, and so does [4].', '3 | 4'],
    ['- In an item [7].', '7'],
    ['> In a quote [7].', '7'],
    ['An array `a[3]` and a work [7].', '7'],
    ['A link [1](https://example.org) and a work [7].', '7'],
  ])('%s', (text, found) => {
    expect(groupsIn(text)).toBe(found);
  });

  test.each([
    'It was so in [2015].',
    'A footnote [^3].',
    'A link [1](https://example.org).',
    'A link [1].\n\n[1]: https://example.org',
    'A link [text][1].\n\n[1]: https://example.org',
    'A task:\n\n- [x] done\n- [ ] not',
    'Code `a[3]`.',
    'Code:\n\n    a[3]\n\nand\n\n```\na[3]\n```',
    'From the interval [0, 1].',
    'A ratio of 12 (95 % CI [4, 31]).',
    'Aged 30 (IQR: [24, 36]).',
    'Over intervals of [15, 30] millimetres.',
    'Turned by [15, 30] degrees.',
    'Let it be x = [3].',
    'Half [1.5] of it.',
    'A range that falls [22–17].',
    'Too wide a range [1–900].',
    'Numbers [3 and 4] with words.',
    'An empty pair [].',
    'A zero before it [007].',
    'An image ![3].',
    'A span [3]{.mark}.',
    'Words [text][12] of a link that leads nowhere.',
    '[12] Walker G. Peers on the wards. 2013.',
    '[12]: Walker G. Peers on the wards. 2013.',
    '[[12]]',
    'The works:\n\n- [12] Walker G. Peers on the wards. 2013.',
  ])('none in %j', text => {
    expect(groupsIn(text)).toBe('');
  });

  test('belong to the sentence whose full stop they follow', () => {
    const [block] = scanMarkdown('It helps.[1] It hurts. [2,3] It ends [4].').sections[0]!.blocks;
    expect(block!.sentences.map(each => each.text)).toEqual(['It helps.[1]', 'It hurts. [2,3]', 'It ends [4].']);
  });

  test('stand where they are written, the ends of a range by themselves', () => {
    const text = 'It helps [see 1,3–5].';
    const [block] = scanMarkdown(text).sections[0]!.blocks;
    expect(block!.sentences[0]!.numbers.map(({ at }) => text.slice(...at))).toEqual(['1', '3', '3–5', '5']);
  });
});
