import { describe, expect, it } from 'vitest';
import { citationsIn } from '../../../../server/src/syntax/markdown/citations-in.js';
import { scanMarkdown } from '../../../../server/src/syntax/markdown/scan.js';
import { citationsOf, cited, keys } from './support.js';

describe('citations', () => {
  const found: [text: string, expected: string[]][] = [
    ['Yes [@doe99].', ['|doe99|']],
    ['Yes [see @a, p. 3; but see @b; -@c pp. 1-2].', ['see|a|p. 3', 'but see|b|', '|c|pp. 1-2']],
    ['Yes [but\nsee @a,\nch. 2].', ['but see|a|ch. 2']],
    ['Yes [@a, p. 3, but see @b and @c].', ['|a|p. 3', 'but see|b|', 'and|c|']],
    ['Yes [@a; p. 3; @b].', ['|a|', '|b|']],
    ['@a says; so does -@b. And (@c, @d).', ['(|a|)', '(|b|)', '(|c|)', '(|d|)']],
    ['@a [p. 33] says, and @b [see @c].', ['(|a|p. 33)', '(|b|)', 'see|c|']],
    ['Yes [@a [sic], p. 3].', ['|a|[sic], p. 3']],
    ['[see [@a]]', ['|a|']],
    ['An unclosed [@a and more', ['(|a|)']],
    ['*@a* **[@b]** "@c" —@d', ['(|a|)', '|b|', '(|c|)', '(|d|)']],
    ['A note^[after @a].', ['(|a|)']],
    ['![After [@a]](x.png)', ['|a|']],
    ['[@a][@b]', ['|a|', '|b|']],
    ['> Yes [see @a;\n> cf. @b].', ['see|a|', 'cf.|b|']],
    ['- Yes [see @a;\n  cf. @b].', ['see|a|', 'cf.|b|']],
  ];
  it.each(found)('%j', (text, expected) => {
    expect(cited(text)).toEqual(expected);
  });

  const named: [text: string, expected: string[]][] = [
    ['See @doe99. And @doe99, @doe99: @doe99; @doe99! (@doe99) @doe99’s', new Array(7).fill('doe99')],
    ['@Foo_bar.baz. @a:b/c @x--y @2010a @_z', ['Foo_bar.baz', 'a:b/c', 'x', '2010a', '_z']],
    ['[@DBLP:conf/nips/X; @a.#$%&-+?b; @a+b<c>d~e]', ['DBLP:conf/nips/X', 'a', 'a+b<c>d~e']],
    ['@{odd key} [@{https://x.y/z?a=b}, p. 2]', ['odd key', 'https://x.y/z?a=b']],
    ['[@müller2010; @Ωmega; @王2020]', ['müller2010', 'Ωmega', '王2020']],
  ];
  it.each(named)('keys of %j', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  const none: string[] = [
    '`@a` ``[@b] ` @c``',
    '[text @a](http://x.y/@b "@c") ![alt @d](<e @f>)',
    '[text @a][ref] [@user] [ref][]\n\n[ref]: /x@y\n[@user]: https://x.y/@user',
    'https://x.y/@a?b=@c, <https://x.y/@d> and http://x.y/(@e)',
    'me@example.org <me.too@example.org> you+@x @user@host.example',
    '\\@a \\[\\@b]',
    '@fig-flow [@tbl-1; @sec-methods] @Fig-1 @eq-x',
    '[^1] [^@a] [[@a]] [[note @b|x]]',
    '$@a$ and $$x\n@b$$',
    '{>> see @a <<} {-- @b --} {~~ @c ~> d ~~}',
    '{{< cite @a >}}',
    '<span title="@a">x</span> <!-- [@b] --> <!-- @c',
    '@babel/core, @types/* and npm:@x/y are packages; @call() and {@link a} are code',
    'path/@a a.@b =@c #@d @ e @, @{} @{a\nb}',
    '# [@a]\n\n    [@b]\n\n```\n[@c]\n```\n\n<div>\n[@d]\n</div>\n\n| [@e] |\n|---|\n| @f |',
  ];
  it.each(none)('none in %j', text => {
    expect(keys(text)).toEqual([]);
  });

  it('are found beside what only looks like code, math or a comment', () => {
    expect(keys('It costs $5 [@a] and $10. A ` tick [@b], a {-- dash [@c], a < b [@d] > c, [x] (y) [@e]')).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
    expect(keys('[@doe99]: yes')).toEqual(['doe99']);
    expect(keys('[@doe99] (see below) and [@doe99](see below)')).toEqual(['doe99', 'doe99']);
  });

  it('give the places of key and group', () => {
    const text = 'Ä😀 [see @{a b}; -@c, p. 3] and -@d\n> e\nf [@g;\n@h]';
    const places = citationsOf(scanMarkdown(text)).map(({ at, group }) => [text.slice(...at), text.slice(...group)]);
    expect(places).toEqual([
      ['a b', '[see @{a b}; -@c, p. 3]'],
      ['c', '[see @{a b}; -@c, p. 3]'],
      ['d', '-@d'],
      ['g', '[@g;\n@h]'],
      ['h', '[@g;\n@h]'],
    ]);
  });

  it('are found on demand where there are no sentences', () => {
    const text = 'x\n\n## After [@a]\n';
    const { heading } = scanMarkdown(text).sections[1]!;
    expect(citationsIn(text, heading!.at).map(({ at }) => text.slice(...at))).toEqual(['a']);
  });
});
