import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FormattingWishes, formattingOf } from '../../../server/src/features/formatting.js';
import type { Review } from '../../../server/src/review/model.js';
import { readStudy } from '../../../server/src/syntax/read-study.js';
import { Lines } from '../../../server/src/text/lines.js';
import { reviewOf } from '../support/review.js';

const settings = `=== metasynth.yaml ===
title: T
characteristics: {country: {type: text}, participants: {type: count}, method: {type: text}}
`;
const { review } = reviewOf(
  `${settings}=== studies/a.yaml ===\nx: 1\n=== studies/a.md ===\n---\nx: 1\n---\n=== codebook.yaml ===\nthemes: {}\n=== appraisals/JM.yaml ===\na: {}\n`,
);

/** A text with the edits of its layout made. */
function formatted(
  text: string,
  path = 'studies/a.yaml',
  wishes: FormattingWishes = {},
  within?: { line: number; endLine: number },
  of: Review = review,
): string {
  const lines = new Lines(text);
  let at = 0;
  let result = '';
  for (const edit of formattingOf(of, path, text, wishes, within)) {
    const [start, end] = lines.spanOf(edit.range);
    expect(start).toBeGreaterThanOrEqual(at);
    expect(text.slice(start, end)).toBe(edit.expected);
    result += text.slice(at, start) + edit.text;
    at = end;
  }
  return result + text.slice(at);
}

function check(text: string, expected: string, path?: string, wishes?: FormattingWishes): void {
  const once = formatted(text, path, wishes);
  expect(once).toBe(expected);
  expect(formatted(once, path, wishes)).toBe(once);
}

describe('the layout of a study', () => {
  test('puts its fields in order: key, characteristics as declared, themes, appraisal, findings, notes', () => {
    check(
      'notes: N\ncasp: 8\nthemes: [b]\nmethod: M\ncountry: UK\nkey: a\nparticipants: 3\ncite: A 2000\n',
      'key: a\ncite: A 2000\ncountry: UK\nparticipants: 3\nmethod: M\nthemes: [b]\ncasp: 8\nnotes: N\n',
    );
  });

  test('leaves a field that it does not know behind the one it follows', () => {
    check(
      'tags: [x]\nthemes: [b]\nours: 1\ncountry: UK\nmine: 2\n',
      'tags: [x]\ncountry: UK\nmine: 2\nthemes: [b]\nours: 1\n',
    );
  });

  test('takes comments along, above a field, beside it and below it', () => {
    check(
      '# of the file\n\n# of themes\nthemes: # beside\n  - b # with b\n  # below\n# of country\ncountry: UK # here\n# at the end\n',
      '# of the file\n\n# of country\ncountry: UK # here\n# of themes\nthemes: # beside\n  - b # with b\n  # below\n# at the end\n',
    );
  });

  test('keeps empty lines where they are', () => {
    check('themes: [b]\n\n\ncountry: UK\n', 'country: UK\n\n\nthemes: [b]\n');
  });

  test('puts one space behind colons and dashes, and sets lists in by two', () => {
    check(
      'country:   UK\nparticipants :3\nmethod: M   \nthemes:\n-   b:  Words\n# here\n-  c\n',
      'country:   UK\nparticipants :3\nmethod: M   \nthemes:\n-   b:  Words\n# here\n-  c\n',
    );
    check(
      'country:   UK  \nparticipants :   3\nthemes:\n-   b:  Words\n# here\n-  c\n',
      'country: UK\nparticipants: 3\nthemes:\n  - b: Words\n  # here\n  - c\n',
    );
    check(
      'findings:\n    -   quote: |-\n            One\n              two  \n\n        at:  p. 3\n',
      'findings:\n  - quote: |-\n        One\n          two  \n\n    at: p. 3\n',
    );
  });

  test('never writes a value otherwise', () => {
    const text = `country: 'U''K'\nmethod: "a\\tb"\nnotes: >-\n    long  \n    lines\n\n      deeper\n`;
    check(text, text);
    check('country: one\n   two   \n   three\n', 'country: one\n   two   \n   three\n');
  });

  test('ends the file with a line break, unless the editor wishes otherwise', () => {
    check('country: UK', 'country: UK\n');
    check('country: UK', 'country: UK', undefined, { insertFinalNewline: false });
    check('themes: [b]\ncountry: UK', 'country: UK\nthemes: [b]\n');
    check('country: UK\nkey: a', 'key: a\ncountry: UK\n');
  });

  test('keeps Windows line ends', () => {
    check('themes:\r\n- b\r\ncountry:  UK\r\n', 'country: UK\r\nthemes:\r\n  - b\r\n');
  });

  test('lays out the head of a Markdown study and nothing below it', () => {
    const body = '---\n\nA  line   \n-   b\n\n## Findings\nthemes:   x  ';
    check(`---\nthemes: [b]\ncountry:  UK\n${body}`, `---\ncountry: UK\nthemes: [b]\n${body}`, 'studies/a.md');
  });

  test.each([
    ['an anchor', 'themes: &x [b]\ncountry:  UK\n'],
    ['an alias', 'themes: [b]\nmethod: &m M\ncountry:  *m\n'],
    ['a tag', 'themes: !!seq [b]\ncountry:  UK\n'],
    ['a quotation mark that is open', 'themes: "b\ncountry:  UK\n'],
    ['a field that stands twice', 'themes: [b]\ncountry:  UK\ncountry: US\n'],
    ['a text with a colon', 'themes: [b]\nmethod:  a: b\n'],
    ['several documents', '---\nthemes: [b]\ncountry:  UK\n---\nkey: a\n'],
    ['nothing but a list', '-   a\n-   b\n'],
    ['nothing', ''],
  ])('changes nothing where there is %s', (_, text) => {
    expect(formatted(text)).toBe(text);
  });

  test('changes nothing in a head that has no end', () => {
    const text = '---\nthemes: [b]\ncountry:  UK\n\n## Findings\n';
    expect(formatted(text, 'studies/a.md')).toBe(text);
  });
});

test('a selection is laid out by whole entries, and their order stays', () => {
  const text = 'themes:\n-  b\n-  c\ncountry:   UK\nmethod:   M\n';
  expect(formatted(text, undefined, {}, { line: 1, endLine: 1 })).toBe(
    'themes:\n  - b\n  - c\ncountry:   UK\nmethod:   M\n',
  );
});

test('the codebook and a rater’s file are laid out, and keep their order', () => {
  check(
    'constructs:\n  b:   {label:  B}\nthemes:\n  a:  \n    aliases:\n    - x\n',
    'constructs:\n  b: {label: B}\nthemes:\n  a:\n    aliases:\n      - x\n',
    'codebook.yaml',
  );
  check('b:\n  2:  yes\n  1:   no\n', 'b:\n  2: yes\n  1: no\n', 'appraisals/JM.yaml');
});

test('the samples are laid out already, but for a number that the published one tells first and declares last', () => {
  for (const sample of ['peer-support', 'worked-example']) {
    const folder = join(import.meta.dirname, '../../../samples', sample);
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(each =>
      /\.(md|yaml|bib)$/.test(each),
    );
    const written = paths.map(path => `=== ${path} ===\n${readFileSync(join(folder, path), 'utf8')}`).join('\n');
    const { review: own, texts } = reviewOf(written);
    for (const [path, text] of texts) {
      const moved = formattingOf(own, path, text).filter(edit => !/^(?:reference: \d+\n)?$/.test(edit.text));
      expect(moved, path).toEqual([]);
    }
  }
});

/** Studies with comments, lists in any column, blocks of text, odd spaces. */
const word = fc.stringMatching(/^[a-z][a-z-]{0,5}$/);
const spaces = fc.nat(3).map(count => ' '.repeat(count + 1));
const comment = fc.tuple(fc.nat(4), word).map(([column, words]) => `${' '.repeat(column)}# ${words}\n`);
const list = fc
  .tuple(fc.nat(4), fc.array(fc.tuple(spaces, word, fc.option(comment)), { minLength: 1, maxLength: 3 }))
  .map(
    ([column, items]) =>
      `\n${items.map(([gap, item, note]) => `${' '.repeat(column)}-${gap}${item}\n${note ?? ''}`).join('')}`,
  );
const finding = fc.tuple(fc.nat(3), spaces, word, word).map(([column, gap, words, at]) => {
  const inner = ' '.repeat(column + 1 + gap.length);
  return `\n${' '.repeat(column)}-${gap}quote: |-\n${inner}   ${words}\n\n${inner}     ${at}  \n${inner}at:  ${at}\n`;
});
const scalar = fc.tuple(word, fc.nat(2)).map(([value, after]) => `${value}${' '.repeat(after)}\n`);
const entry = fc
  .tuple(fc.array(comment, { maxLength: 2 }), fc.constantFrom('', '\n'), spaces, fc.oneof(scalar, list, finding))
  .map(parts => parts);
const studyText = fc
  .tuple(
    fc.uniqueArray(
      fc.constantFrom('key', 'cite', 'country', 'method', 'mine', 'ours', 'themes', 'findings', 'notes', 'casp'),
      { minLength: 1 },
    ),
    fc.array(entry, { minLength: 10, maxLength: 10 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([keys, entries, lineBreak, ended]) => {
    const text = keys
      .map((key, index) => {
        const [comments, empty, gap, value] = entries[index]!;
        return `${comments.join('')}${empty}${key}:${value.startsWith('\n') ? '' : gap}${value}`;
      })
      .join('');
    return (ended ? text : text.trimEnd()).replaceAll('\n', lineBreak);
  });

/** What a study says, without places. */
function says(text: string): string {
  return JSON.stringify(readStudy(text, 'a', false), (key, value) =>
    /^(?:at|.*At|head|line|uses|problems)$/.test(key)
      ? undefined
      : Array.isArray(value) && value[0]?.name
        ? [...value].sort((a, b) => (a.name < b.name ? -1 : 1))
        : value,
  );
}

const commentsIn = (text: string): string[] => [...text.matchAll(/#.*$/gm)].map(found => found[0].trimEnd()).sort();

test('a layout is its own layout, says the same and keeps every comment', () => {
  let changed = 0;
  fc.assert(
    fc.property(studyText, text => {
      const once = formatted(text);
      if (once !== text) changed++;
      expect(formatted(once)).toBe(once);
      expect(says(once)).toBe(says(text));
      expect(commentsIn(once)).toEqual(commentsIn(text));
    }),
    { numRuns: 300 },
  );
  expect(changed).toBeGreaterThan(200);
});

test('any text at all gives edits that can be made', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', ':', ' ', '\n', '-', '#', '"', '&', '|', '\t', '\r', '[', '>', '-', '\n', ' '),
      }),
      fc.constantFrom('studies/a.yaml', 'studies/a.md', 'codebook.yaml'),
      (text, path) => {
        const once = formatted(text, path);
        expect(formatted(once, path)).toBe(once);
      },
    ),
    { numRuns: 500 },
  );
});
