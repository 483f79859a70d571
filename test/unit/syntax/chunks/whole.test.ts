import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../../server/src/syntax/bibliography/read.js';
import type { BibliographyFormat } from '../../../../server/src/syntax/bibliography/work.js';
import { commonEnds } from '../../../../server/src/syntax/chunks/changed.js';
import type { Chunk } from '../../../../server/src/syntax/facts.js';
import { readFacts } from '../../../../server/src/syntax/read.js';
import { readPart } from '../../../../server/src/syntax/read-manuscript.js';
import { readYaml } from '../../../../server/src/syntax/yaml/read.js';
import { Lines } from '../../../../server/src/text/lines.js';
import { apply, type Edited, edit, edited } from './editing.js';

/** All that chunks say, with lines of the whole file; problems in any order, for they may stand in other chunks. */
function flat(chunks: readonly Chunk[]) {
  return {
    facts: chunks.filter(({ facts }) => facts.kind !== 'other').map(({ facts, line }) => inFile(facts, line)),
    uses: chunks.flatMap(({ uses, line }) => uses.map(use => inFile(use, line))),
    problems: chunks
      .flatMap(({ problems, line }) => problems.map(problem => JSON.stringify(inFile(problem, line))))
      .sort(),
  };
}

function inFile(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map(each => inFile(each, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === 'line' || name === 'endLine' ? Number(each) + by : inFile(each, by),
    ]),
  );
}

function named(name: string): Edited {
  return edited.find(each => each.name === name)!;
}

/** Compares the two ways of reading on many texts that come out of edits. */
function differ(file: Edited, numRuns: number, most: number, check: (text: string) => void): void {
  check(file.text);
  fc.assert(
    fc.property(fc.boolean(), fc.array(edit, { minLength: 1, maxLength: most }), (twice, edits) => {
      let now = twice ? file.text + file.text : file.text;
      for (const each of edits) now = apply(now, each, file.words);
      check(now);
    }),
    { numRuns },
  );
}

describe('a file read part by part', () => {
  it('says what the manuscript says as a whole', () => {
    const file = named('manuscript');
    differ(file, 400, 12, text => {
      expect(flat(readFacts(file.path, file.kind, text).chunks)).toEqual(flat(readPart(text)));
    });
  });

  it.each(['BibTeX', 'RIS'])('says what the bibliography says as a whole: %s', name => {
    const file = named(name);
    const format: BibliographyFormat = name === 'RIS' ? 'ris' : 'bibtex';
    differ(file, 400, 12, text => {
      const { works, problems } = readBibliography(text, format);
      const lines = new Lines(text);
      const read = flat(readFacts(file.path, file.kind, text).chunks);
      expect(read.facts).toEqual(
        works.map(({ whole: _, type: __, keyAt, number: ___, ...work }) => ({
          ...work,
          kind: 'work',
          at: lines.placeOf(keyAt),
          // Its number may be its key, which is for the reader of works to say.
          ...(/^[1-9]\d{0,2}$/.test(work.key) && { number: work.key }),
        })),
      );
      const expected = problems.map(({ code, at, data: { line: _, ...data } }) => ({
        code,
        at: lines.placeOf(at),
        data,
      }));
      expect(read.problems).toEqual(expected.map(problem => JSON.stringify(problem)).sort());
    });
  });

  it.each(['codebook', 'rater', 'coding'])('says what valid YAML says as a whole: %s', name => {
    const file = named(name);
    let compared = 0;
    differ(file, 600, 3, text => {
      if (readYaml(text).problems.length > 0) return;
      compared++;
      // With the end of a document marked, it is read in one piece.
      const whole = readFacts(file.path, file.kind, `${text}\n---\n`).chunks;
      expect(flat(readFacts(file.path, file.kind, text).chunks)).toEqual(flat(whole));
    });
    expect(compared).toBeGreaterThan(50);
  });
});

const farReaching: readonly [name: string, file: string, text: string][] = [
  ['a comment left open', 'manuscript', '# A\n\n<!-- a\n\n[@x]\n\n# B\n\n[@y] b -->\n\n# C\n'],
  ['two of them', 'manuscript', '# A\n\n<!-- a\n<!-- b\n\n[@x]\n\n# B\n\n<!-- c\n\n[@y] d -->\n\n# C\n'],
  ['a rule at the start', 'manuscript', '---\n# A\n\n[@x]\n'],
  ['a generated block with headings', 'manuscript', '# A\n<!-- metasynth:x -->\n# B\n<!-- /metasynth:x -->\n'],
  ['an alias of a value in another entry', 'codebook', 'themes:\n  a: &x Label\n  b: *x\n'],
  ['a word at the margin below an entry', 'codebook', 'themes:\n  a: A\nstray\nconstructs:\n  b: B\n'],
  ['a word at the margin that would be a key', 'codebook', 'themes:\n  a: A\nconstructs\n  b: B\n'],
  ['the same key again at the margin', 'codebook', 'themes:\n  a: A\nthemes:\n  b: B\n'],
  ['a list at the margin', 'codebook', 'argument:\n- says: So.\n- {says: And so.}\n'],
  ['tabs', 'codebook', 'themes:\n\ta: A\n\tb: B\n'],
];

describe('what reaches beyond its entry or section', () => {
  it.each(farReaching)('%s', (_, name, text) => {
    const file = named(name);
    const whole = name === 'manuscript' ? readPart(text) : readFacts(file.path, file.kind, `${text}---\n`).chunks;
    expect(flat(readFacts(file.path, file.kind, text).chunks)).toEqual(flat(whole));
  });
});

describe('what two texts have in common', () => {
  it('is a start and an end that do not overlap, and cannot be longer', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 12 }).map(each => each.join(''));
    const filler = fc.constantFrom('', 'c'.repeat(16_384), 'd'.repeat(40_000));
    fc.assert(
      fc.property(filler, text, text, filler, (start, one, other, end) => {
        const [before, after] = [start + one + end, start + other + end];
        const { prefix, suffix } = commonEnds(before, after);
        const most = Math.min(before.length, after.length);
        expect(prefix + suffix).toBeLessThanOrEqual(most);
        expect(before.slice(0, prefix) === after.slice(0, prefix)).toBe(true);
        expect(before.slice(before.length - suffix) === after.slice(after.length - suffix)).toBe(true);
        if (prefix + suffix === most) return;
        expect(before[prefix]).not.toBe(after[prefix]);
        expect(before[before.length - suffix - 1]).not.toBe(after[after.length - suffix - 1]);
      }),
    );
  });
});
