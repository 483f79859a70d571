import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostItems, Offer } from '../../../../server/src/features/completion/items.js';
import { folded, searchText } from '../../../../server/src/features/completion/matching.js';

const range = { line: 3, character: 2, endLine: 3, endCharacter: 9 };

interface Named {
  readonly words: readonly string[];
  readonly tier?: number;
}

/** What is offered of candidates when something was typed, and how many were made into items. */
function offered(typed: string, candidates: readonly Named[], without: readonly string[] = []) {
  let made = 0;
  const offer = new Offer({ range, typed });
  offer.add(() => candidates, {
    search: ({ words }) => searchText(words),
    tier: ({ tier }) => tier ?? 5,
    without: ({ words }) => without.includes(words[0] ?? ''),
    make: ({ words }) => {
      made++;
      return { label: words[0] ?? '', kind: 'word', words, text: words[0] ?? '' };
    },
  });
  const { items, incomplete } = offer.finish();
  return { labels: items.map(each => each.label), items, incomplete, made };
}

const named = (...names: readonly string[]): Named[] => names.map(name => ({ words: [name] }));

describe('ranking', () => {
  test('the same, a beginning, the beginning of a word, the inside of a word, letters in order', () => {
    const { labels } = offered('care', named('c-a-r-e', 'self-scare', 'day-care', 'careful', 'Care', 'other'));
    expect(labels).toEqual(['Care', 'careful', 'day-care', 'self-scare', 'c-a-r-e']);
  });

  test('those that fit alike: by tier, then as they come', () => {
    const all = [
      { words: ['ab'], tier: 6 },
      { words: ['ac'], tier: 1 },
      { words: ['ad'], tier: 6 },
      { words: ['ae'], tier: 1 },
    ];
    expect(offered('a', all).labels).toEqual(['ac', 'ae', 'ab', 'ad']);
    expect(offered('', all).labels).toEqual(['ac', 'ae', 'ab', 'ad']);
  });

  test('sorts in the editor as it is ranked', () => {
    const { items } = offered('', named(...Array.from({ length: 30 }, (_, index) => `n${index}`)));
    expect(items.map(each => each.sortText)).toEqual(items.map(each => each.sortText).toSorted());
  });

  test('two letters in order are no reason to offer anything', () => {
    expect(offered('ae', named('a-e', 'cane')).labels).toEqual([]);
  });

  test('what an editor would throw out begins with what was typed', () => {
    const [first] = offered('muller', named('Müller')).items;
    expect(first?.filterText).toBe('muller Müller');
    expect(offered('üller', named('Müller')).items[0]?.filterText).toBe('üller Müller');
    expect(offered('müll', named('Anna Müller')).items[0]?.filterText).toBe('Anna Müller');
  });
});

describe('many candidates', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ words: [`name-${index}`], tier: 5 }));

  test.each(['', 'n', 'name', '9', 'zz'])('are no more items than are shown, for "%s"', typed => {
    const { labels, made, incomplete } = offered(typed, many);
    expect(made).toBe(labels.length);
    expect(labels.length).toBe(typed === 'zz' ? 0 : mostItems);
    expect(incomplete).toBe(typed !== 'zz');
  });

  test('do not hide a better one that comes last', () => {
    const { labels } = offered('name-9', [...many, { words: ['name 9'], tier: 9 }, { words: ['x'] }]);
    expect(labels.slice(0, 3)).toEqual(['name-9', 'name 9', 'name-90']);
    expect(offered('', [...many, { words: ['first'], tier: 0 }]).labels[0]).toBe('first');
  });

  test('that are all there are make a whole list', () => {
    expect(offered('', many.slice(0, mostItems))).toMatchObject({ incomplete: false });
    expect(offered('name', many.slice(0, mostItems))).toMatchObject({ incomplete: false });
    expect(offered('', many.slice(0, mostItems + 1))).toMatchObject({ incomplete: true });
  });
});

test('any candidates: the best two hundred of those a full look at each would rank, in the same order', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '-', ' ', 'é'), minLength: 1, maxLength: 5 });
  const candidates = fc.array(fc.record({ words: fc.array(word, { minLength: 1, maxLength: 3 }), tier: fc.nat(9) }), {
    maxLength: 600,
  });
  fc.assert(
    fc.property(word, candidates, (typed, all) => {
      const labels = offered(typed, all).labels;
      expect(labels).toEqual(slowly(typed, all).slice(0, mostItems));
    }),
  );
});

/** The same without any short cut. */
function slowly(typed: string, all: readonly Named[]): string[] {
  const query = folded(typed);
  const fitOfLine = (line: string): number => {
    if (line === query) return 0;
    if (line.startsWith(query)) return 1;
    if (` ${line}`.includes(` ${query}`)) return 2;
    return line.includes(query) ? 3 : 9;
  };
  const rankOf = ({ words }: Named): number => {
    const lines = words.map(folded).filter(line => line !== '');
    if (query === '') return 0;
    const whole = Math.min(9, ...lines.map(fitOfLine));
    if (whole < 9 || !query.includes(' ')) return whole;
    const each = query
      .split(' ')
      .map(part =>
        Math.min(
          9,
          ...lines.map(line =>
            line === part || line.startsWith(part) || ` ${line}`.includes(` ${part}`) ? 2 : line.includes(part) ? 3 : 9,
          ),
        ),
      );
    return Math.max(...each);
  };
  const ranked = all
    .map((each, index) => ({ each, index, rank: rankOf(each) }))
    .filter(({ rank }) => rank < 9)
    .toSorted((a, b) => a.rank - b.rank || (a.each.tier ?? 5) - (b.each.tier ?? 5) || a.index - b.index);
  // Letters in order count only where little else fits.
  const close = ranked.map(({ each }) => each.words[0] ?? '');
  if (close.length >= mostItems || query.length < 3) return close;
  const loose = all
    .filter(each => rankOf(each) === 9)
    .filter(({ words }) =>
      words
        .map(folded)
        .filter(line => line !== '')
        .slice(0, 3)
        .some(line => line.length >= query.length && pattern(query).test(line)),
    );
  const inTiers = loose.toSorted((a, b) => (a.tier ?? 5) - (b.tier ?? 5));
  return [...close, ...inTiers.map(({ words }) => words[0] ?? '')];
}

function pattern(query: string): RegExp {
  const letters = [...query.replace(/ /g, '')];
  return new RegExp(`(^| )${letters.join('.*')}`);
}
