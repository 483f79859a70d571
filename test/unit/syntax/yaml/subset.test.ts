import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanMarkdown } from '../../../../server/src/syntax/markdown/scan.js';
import type { YamlReading } from '../../../../server/src/syntax/yaml/located.js';
import { readFully, readYaml, yamlReadings } from '../../../../server/src/syntax/yaml/read.js';
import { readSubset } from '../../../../server/src/syntax/yaml/subset.js';
import { knownKeys } from './reading.js';

const root = new URL('../../../../', import.meta.url);

/** The YAML of a file: all of it, or the front matter and the YAML among the code of a Markdown text. */
function yamlIn(path: string): string[] {
  const text = readFileSync(new URL(path, root), 'utf8');
  if (/\.ya?ml$/.test(path)) return [text];
  const front = scanMarkdown(text).frontMatter;
  const code = Array.from(text.matchAll(/^```+ya?ml\r?\n([\s\S]*?)^```/gm), match => match[1]!);
  return front ? [text.slice(...front.yaml), ...code] : code;
}

const files = ['samples', 'docs'].flatMap(folder =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(ya?ml|md)$/.test(path))
    .map(path => `${folder}/${path.replaceAll('\\', '/')}`),
);
const written = files.flatMap(yamlIn);

/** Two texts with all that the reader knows, so that each change of them is a change of something it knows. */
const everything = [
  `# a comment
key: value
"quoted": 'it''s' # why
list: [a, "b, c", [d], {e: f, 'g': h}]
map: {label: A b, order: 1 }
flush:
- one
- two: three
  four:
    - five
  # below
- "six"
-
  seven: eight
text: |
  A line
    and more

  Another
below: a text
  # set in
wrapped: a text
  that goes on
   - and on # as it
folded: >- # why
  some words
  and others

  a paragraph

empty:
nothing: # yet
  # set in
  deep:
      deeper: http://example.org/#a
      - dash: -1
last: end`,
  `- a
- b: c
  d: "\\"e\\" \\\\"
  # of d

- - f
  - g
- >
 h

 i
- {}
- j
  k l:m
  "n"
- []
`,
];

const signs = fc.constantFrom(
  ...[
    '',
    '',
    ' ',
    ' ',
    '  ',
    '\n',
    '\n',
    '\n\n',
    '\n \n',
    '\r\n',
    '\r',
    '\t',
    ':',
    ': ',
    ' :',
    '- ',
    '-',
    '\n- ',
    '\n  - ',
  ],
  ...[
    '\n ',
    '\n  ',
    '\n    ',
    ' #',
    '# x',
    '#x',
    ' # ',
    '\n#c\n',
    '\n  # c\n',
    '\n        # c\n',
    '"',
    "'",
    "''",
    '\\"',
    '\\',
  ],
  ...[
    '\\n',
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
    '?',
    '? ',
    '|',
    '>',
    '|-',
    '>-',
    '|+',
    '|2',
    '>\n',
    '|\n  x',
    '&',
    '*',
    '!',
    '%',
  ],
  ...[
    '@',
    '`',
    '~',
    '<<',
    '<<: ',
    '---',
    '---\n',
    '...',
    '=',
    'a',
    'a: b',
    'a b c: d',
    '1',
    'é',
    '😀',
    '\ud800',
    '\u00a0',
  ],
  ...['\u2028', '\ufeff', '\u3000', '\0', '\u0085', 'null', 'label: '],
);

/** One change: signs put in place of some characters, or a line put in, taken out, doubled, or set in by more or less. */
const change = fc.record({ kind: fc.nat(11), at: fc.nat(), length: fc.nat(4), sign: signs });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, { kind, at, length, sign }: Change): string {
  if (kind < 6) {
    const start = at % (text.length + 1);
    return text.slice(0, start) + sign + text.slice(start + (kind < 4 ? 0 : length));
  }
  const lines = text.split('\n');
  const index = at % lines.length;
  const line = lines[index]!;
  if (kind === 6) lines.splice(index, 1);
  else if (kind === 7) lines.splice(index, 0, line);
  else if (kind > 9) lines.splice(index, 0, ' '.repeat(length) + sign.trim());
  else if (kind === 8) lines[index] = ' '.repeat(length) + line.trimStart();
  else lines[index] = length > 2 ? line.slice(length - 2) : ' '.repeat(length) + line;
  return lines.join('\n');
}

/** Some lines of a text, moved to the left as far as they go: much of a text is the same again and again. */
function part(text: string, from: number, count: number): string {
  const lines = text.split('\n');
  const some = lines.slice(from % lines.length).slice(0, count);
  const margin = Math.min(...some.filter(line => line.trim() !== '').map(line => /^ */.exec(line)![0].length), 8);
  return some.map(line => line.slice(margin)).join('\n');
}

const texts = fc
  .tuple(
    fc.oneof(fc.constantFrom(...everything), fc.constantFrom(...written)),
    fc.nat(),
    fc.integer({ min: 1, max: 40 }),
    fc.array(change, { maxLength: 4 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.constantFrom('', '', '', '---\n', '# first\n'),
  )
  .map(([text, from, count, changes, end, before]) => {
    const base = count > 30 && text.length < 3000 ? text : part(text, from, count);
    return (before + changes.reduce(changed, base)).replace(/\r?\n/g, end);
  });

/** Checks that the subset reader says what the parser says, or nothing; gives its answer. */
function check(text: string): YamlReading | undefined {
  const reading = readSubset(text);
  if (reading) {
    expect(reading, JSON.stringify(text)).toEqual(readFully(text, knownKeys));
    expect(reading.problems).toEqual([]);
  }
  return reading;
}

/** The text as it would stand below a key: all lines set in, comments as well. */
function setIn(text: string): string {
  return text.replace(/^(?=[^\r\n])/gm, '  ');
}

describe('the reader of plain YAML', () => {
  it('says what the parser says, or nothing, of texts changed in any way', () => {
    let answers = 0;
    const runs = Number(process.env.FC_RUNS ?? 4000);
    fc.assert(
      fc.property(texts, text => {
        if (check(text)) answers++;
        check(setIn(text));
      }),
      { numRuns: runs },
    );
    // A reader that never answers would be right as well.
    expect(answers / runs).toBeGreaterThan(0.25);
  });

  it('and of every text with one sign anywhere', () => {
    for (const text of [...everything, ...everything.map(setIn)]) {
      for (let at = 0; at <= text.length; at++) {
        for (const sign of ['', ' ', '\n', ':', '#', '-', '"', "'", ',', '[', '}', '|', '\r\n', '\t']) {
          check(text.slice(0, at) + sign + text.slice(at));
        }
        check(text.slice(0, at) + text.slice(at + 1));
        check(text.slice(0, at));
      }
    }
  });

  it.each([
    ['a: b'],
    ['a:\n- b\n- c: d\n'],
    ['a: |\n  b\n   c\n\n  d\ne: >-\n  f\n\n  g\n'],
    ['a: \'b: c\' # d\n"e": [f, {g: h}]\n'],
    ['a: b\n  # c\nd: e'],
    ['  a: b\n  c:\n    - d\n    # e\n'],
    ['# f\n  - a\n  - b'],
    ['# only a comment\n'],
    [''],
    ['---\na: b\r\n'],
    ['- - a\n  - b\n-\n  c: d\n'],
    ['a: b  \n  c\n   - d # e\nf: g'],
  ])('answers %j', text => {
    expect(check(text)).toBeDefined();
  });

  it.each([
    ['a: b: c'],
    ['a: b #c'],
    ['a: @b'],
    ['a: &b c'],
    ['a: *b'],
    ['a: !b c'],
    ['a: b\na: c'],
    ['<<: a'],
    ['a:\n\t- b'],
    ['a: [b, {c}]'],
    ['- one two three: four'],
    ['a: b\n---\nc: d'],
    ['a\n'],
    ['? a\n'],
    ['a: "b\n'],
    ['a: b\n  c: d'],
    ['a: b # c\n  d'],
    ['a: b\n... c: d'],
    ['a: b\u0085'],
    ['a: [b:, c]'],
    ['a: {b: c, b: d}'],
    ['a: |\n  b\n  \u00a0\nc: d'],
    ['a: b\n\n  c'],
    ['a: "b"\n  c'],
    ['a: "\\x41"'],
  ])('leaves %j to the parser', text => {
    expect(readSubset(text)).toBeUndefined();
  });

  it('leaves what nests deeply to the parser, comments too', () => {
    const stairs = (sign: string): string =>
      Array.from({ length: 60 }, (_, depth) => ' '.repeat(depth) + sign).join('\n');
    for (const text of [
      stairs('# c'),
      stairs('a:'),
      stairs('-'),
      `a: ${'['.repeat(60)}${']'.repeat(60)}`,
      '- '.repeat(60),
    ]) {
      expect(readSubset(text)).toBeUndefined();
    }
  });

  it('answers for all studies of the samples, and for nearly all that is YAML in them', () => {
    const studies = files.filter(path => /^samples\/.*\/studies\/.*\.(md|ya?ml)$/.test(path)).flatMap(yamlIn);
    expect(studies.length).toBeGreaterThan(35);
    expect(studies.filter(text => !readSubset(text))).toEqual([]);
    const all = files.filter(path => path.startsWith('samples/')).flatMap(yamlIn);
    expect(all.filter(text => !readSubset(text)).length).toBeLessThan(3);
  });

  it('is what reads, and counts what it leaves to the parser', () => {
    const before = { ...yamlReadings };
    readYaml('a: b');
    readYaml('a: &b c');
    expect(yamlReadings).toEqual({ texts: before.texts + 2, parsed: before.parsed + 1 });
  });
});
