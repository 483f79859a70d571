import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../server/src/syntax/markdown/plain.js';
import { scanMarkdown } from '../../../../server/src/syntax/markdown/scan.js';
import { blocksOf, outline, sentences } from './support.js';

describe('sentences', () => {
  /** Sentences are parted by ` / ` in the expectation. */
  const cases: [text: string, expected: string][] = [
    ['One. Two! Three? Four… Five.', 'One. / Two! / Three? / Four… / Five.'],
    ['One.\ntwo and\nthree', 'One. / two and\nthree'],
    ['It is 3.5 of 10. 12 were left. and so on', 'It is 3.5 of 10. / 12 were left. and so on'],
    [
      'Smith et al. Found it, e.g. Here, i.e. There, cf. That vs. This. End',
      'Smith et al. Found it, e.g. Here, i.e. There, cf. That vs. This. / End',
    ],
    ['See p. 3, pp. 4, Fig. 5, vol. 6 and no. 7 by Dr. Who.', 'See p. 3, pp. 4, Fig. 5, vol. 6 and no. 7 by Dr. Who.'],
    ['She said no. Then she left.', 'She said no. / Then she left.'],
    [
      'Approx. 5 of the U.S. Army and J. M. Smith came. They left.',
      'Approx. 5 of the U.S. Army and J. M. Smith came. / They left.',
    ],
    ['Better than I. They knew.', 'Better than I. / They knew.'],
    ['“Why?” “Because.” He went. "Oh." (She too.) Yes.', '“Why?” / “Because.” / He went. / "Oh." / (She too.) / Yes.'],
    ['He said (It is. So it is.) that. Yes', 'He said (It is. So it is.) that. / Yes'],
    ['One [see A. B. and C. Doe @a, p. 3. More]. Two', 'One [see A. B. and C. Doe @a, p. 3. More]. / Two'],
    ['One. [@a]\nTwo. [@b; @c] Three. [@d] says so.', 'One. [@a] / Two. [@b; @c] / Three. / [@d] says so.'],
    ['One. @a says. Two. @b\nThree.', 'One. / @a says. / Two. @b / Three.'],
    [
      'One [@a; @b]. <!-- finding: r08 -->\nTwo. <!-- x --> <!-- y --> Three',
      'One [@a; @b]. <!-- finding: r08 --> / Two. <!-- x --> <!-- y --> / Three',
    ],
    ['One.[^1] Two.[@a] Three', 'One.[^1] / Two.[@a] / Three'],
    ['**One.** *Two.* Three', '**One.** / *Two.* / Three'],
    [
      'One `a. B` and [a. B](c). Two https://x.y/?A=b. Three',
      'One `a. B` and [a. B](c). / Two https://x.y/?A=b. / Three',
    ],
    ['Élan. Übung. état', 'Élan. / Übung. état'],
    ['一。二！三', '一。 / 二！ / 三'],
    ['1. x', 'x'],
    ['Words (P3, p. 12) #a', 'Words (P3, p. 12)'],
    ['Words. (P3, p. 12). #a', 'Words. (P3, p. 12).'],
    ['#only #tags', ''],
  ];
  it.each(cases)('%j', (text, expected) => {
    expect(sentences(text).join(' / ')).toBe(expected);
  });

  it('have the citations and comments that belong to them', () => {
    const text = 'One 5<!-- = a --> [@a]. <!-- b --> Two [@b].\nThree. #tag <!-- c -->';
    const [block] = blocksOf(scanMarkdown(text));
    expect(
      block!.sentences.map(one => [one.citations.map(({ key }) => key), one.comments.map(comment => comment.text)]),
    ).toEqual([
      [['a'], ['= a', 'b']],
      [['b'], []],
      [[], ['c']],
    ]);
  });
});

describe('tags and locators', () => {
  const cases: [text: string, expected: string[]][] = [
    ['Words #a #b-c', ['paragraph Words #a #b-c']],
    ['Words\n#a\n#b', ['paragraph Words #a #b']],
    ['> I said. (P3, p. 12) #giving-back', ['quote I said. (P3, p. 12) #giving-back @ P3, p. 12']],
    ['> I said.\n> (P3)\n#lazy', ['quote I said.|(P3) #lazy @ P3']],
    ['> I said.\n>\n> More #a', ['quote I said.||More #a']],
    ['- one #a\n- two #b', ['item one #a', 'item two #b']],
    ['Words #Über/größe_2 #王', ['paragraph Words #Über/größe_2 #王']],
    ['Words #1 #a1 #2-3', ['paragraph Words #1 #a1 #2-3']],
    ['Words #1a #a', ['paragraph Words #1a #a']],
    ['Words #1 #a', ['paragraph Words #1 #a']],
    ['Words #a more', ['paragraph Words #a more']],
    ['Words#a', ['paragraph Words#a']],
    ['Words \\#a', ['paragraph Words \\#a']],
    ['Words `x #a`', ['paragraph Words `x #a`']],
    ['Words $x #a$', ['paragraph Words $x #a$']],
    ['Words #a.', ['paragraph Words #a.']],
    ['Words <!-- x --> #a <!-- y --> #b <!-- z -->', ['paragraph Words <!-- x --> #a #b <x> <y> <z>']],
    ['#a', ['paragraph #a']],
    ['# Heading #a', ['h1 Heading #a']],
    ['See http://x.y/ #a', ['paragraph See http://x.y/ #a']],
    ['“Words” (p. 3).', ['paragraph “Words” (p. 3). @ p. 3']],
    ['Words (a (b), c) <!-- x -->', ['paragraph Words (a (b), c) <!-- x --> @ a (b), c <x>']],
    ['(Only brackets)', ['paragraph (Only brackets)']],
    ['A [link](url)', ['paragraph A [link](url)']],
    ['A f(x)', ['paragraph A f(x)']],
    ['A `(x)`', ['paragraph A `(x)`']],
    ['A ()', ['paragraph A ()']],
  ];
  it.each(cases)('%j', (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  it('are told apart from the words', () => {
    const tags = (text: string): string[] => blocksOf(scanMarkdown(text)).flatMap(one => one.tags.map(tag => tag.name));
    expect(tags('Words #1 #a1 #2-3')).toEqual([]);
    expect(tags('Words #1 #a')).toEqual(['a']);
    expect(tags('# Heading #a')).toEqual([]);
    expect(tags('Words #a more')).toEqual([]);
    const text = '> Ä (P1)\n> #a\n#b';
    const [block] = blocksOf(scanMarkdown(text));
    expect(block!.tags.map(tag => text.slice(...tag.at))).toEqual(['a', 'b']);
    expect(text.slice(...block!.locator!.at)).toBe('P1');
  });
});

describe('plainText', () => {
  const cases: [text: string, expected: string][] = [
    ['A *b* __c__ ***d*** ~~e~~ f_g_h 2 * 3 * 4', 'A b c d e f_g_h 2 * 3 * 4'],
    ['See [the *text*](http://x.y "t") and ![alt](z)', 'See the text and alt'],
    ['`code *x*` and `` a ` b ``', 'code *x* and a ` b'],
    ['Yes [see @a; @b], they say [@c]. @d too.', 'Yes, they say. d too.'],
    ['15<!-- = studies --> of\nthem <!-- x -->.', '15 of them.'],
    ['a {-- b --}c {>> d <<}{++e++} {==f==} {~~g~>h~~}', 'a c e f h'],
    ['<b>a</b><br> <https://x.y> \\*b\\*', 'a https://x.y *b*'],
    ['A note.[^1] \n> more', 'A note. more'],
    ['* unpaired _ marks *here', '* unpaired _ marks *here'],
  ];
  it.each(cases)('%j', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });
});
