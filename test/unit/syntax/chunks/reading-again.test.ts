import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memory } from '../../../../server/src/syntax/chunks/memory.js';
import { chunksRead } from '../../../../server/src/syntax/chunks/parts.js';
import type { Chunk, FileKind } from '../../../../server/src/syntax/facts.js';
import { readFacts } from '../../../../server/src/syntax/read.js';
import { apply, edit, edited } from './editing.js';

describe('reading a file again after each edit', () => {
  it.each(edited)('gives what reading it from scratch gives: $name', ({ path, kind, text, words }) => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(edit, { minLength: 1, maxLength: 40 }), (twice, edits) => {
        const memory = new Memory();
        let now = twice ? text + text : text;
        readFacts(path, kind, now, memory);
        for (const each of edits) {
          now = apply(now, each, words);
          const again = JSON.stringify(readFacts(path, kind, now, memory));
          const anew = JSON.stringify(readFacts(path, kind, now));
          if (again !== anew) expect({ now, facts: JSON.parse(again) }).toEqual({ now, facts: JSON.parse(anew) });
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** One file of many entries. An edit is made in the entry numbered `at`. */
interface Long {
  readonly name: string;
  readonly path: string;
  readonly kind: FileKind;
  readonly before: string;
  readonly entry: (number: number) => string;
  readonly after: string;
  /** Typed behind this, a letter changes what the entry says. */
  readonly place: string;
  /** Put in the same place, this changes nothing that the entry says. */
  readonly idle: string;
}

const long: readonly Long[] = [
  {
    name: 'themes',
    path: 'codebook.yaml',
    kind: 'codebook',
    before: 'argument:\n  - says: So.\nconstructs:\n  a: A\nthemes:\n',
    entry: number => `  theme-${number}:\n    label: Label\n`,
    after: '',
    place: 'Lab',
    idle: 'el # ',
  },
  {
    name: 'appraisals',
    path: 'appraisals/JM.yaml',
    kind: 'rater',
    before: '',
    entry: number => `study${number}:\n  1: yes\n`,
    after: '',
    place: 'ye',
    idle: 's # ',
  },
  {
    name: 'codes',
    path: 'coding/JM.yaml',
    kind: 'coding',
    before: '# Coded\n',
    entry: number => `study${number}: [giving-back]\n`,
    after: '',
    place: 'giving-ba',
    idle: 'ck] # ',
  },
  {
    name: 'sections',
    path: 'synthesis.md',
    kind: 'manuscript',
    before: 'Words.\n\n',
    entry: number => `# Section ${number}\n\nWords [@study${number}].\n\n`,
    after: '<!-- metasynth:table -->\n\n# Within\n\n<!-- /metasynth:table -->\n',
    place: 'Words [@stud',
    idle: `y]\n\nWords that cite nothing.\n\nWords [@stud`,
  },
  {
    name: 'works',
    path: 'references.bib',
    kind: 'bibliography',
    before: '@string{j = {Journal}}\n',
    entry: number => `@article{study${number},\n  title = {Title},\n  journal = j\n}\n`,
    after: 'the end\n',
    place: 'Titl',
    idle: 'e}, note = {',
  },
  {
    name: 'records',
    path: 'library.ris',
    kind: 'bibliography',
    before: '',
    entry: number => `TY  - JOUR\nID  - study${number}\nTI  - Title\nER  - \n`,
    after: '',
    place: 'Titl',
    idle: 'e\nKW  - ',
  },
];

function written({ before, entry, after }: Long, count: number): string {
  return before + Array.from({ length: count }, (_, number) => entry(number)).join('') + after;
}

/** The text with something put in behind the entry's `place`. */
function typed(file: Long, text: string, entry: number, what: string): string {
  const at = text.indexOf(file.place, text.indexOf(file.entry(entry))) + file.place.length;
  return text.slice(0, at) + what + text.slice(at);
}

/** How many chunks are read, and how many chunks are new objects, when a text becomes another. */
function cost(file: Long, text: string, then: string): { read: number; made: number; chunks: readonly Chunk[] } {
  const memory = new Memory();
  const before = new Set(readFacts(file.path, file.kind, text, memory).chunks);
  const start = chunksRead();
  const { chunks } = readFacts(file.path, file.kind, then, memory);
  return { read: chunksRead() - start, made: chunks.filter(each => !before.has(each)).length, chunks };
}

describe('an edit', () => {
  it.each(long)('of one entry reads as much in a hundred $name as in ten thousand: that entry', file => {
    for (const count of [100, 10_000]) {
      const text = written(file, count);
      for (const entry of [1, count / 2, count - 2]) {
        const { read, made } = cost(file, text, typed(file, text, entry, 'x'));
        expect({ count, entry, read, made }).toEqual({ count, entry, read: 1, made: 1 });
      }
    }
  });

  it.each(long)('moves what stands below it, and makes nothing anew: $name', file => {
    const text = written(file, 20);
    const at = text.indexOf(file.entry(10));
    const then = `${text.slice(0, at)}\n\n${text.slice(at)}`;
    const { made, chunks } = cost(file, text, then);
    expect(made).toBe(0);
    expect(chunks).toEqual(readFacts(file.path, file.kind, then).chunks);
    const lastLine = (list: readonly Chunk[]): number => Math.max(...list.map(each => each.line));
    expect(lastLine(chunks)).toBe(lastLine(readFacts(file.path, file.kind, text).chunks) + 2);
  });

  it.each(long.filter(file => file.name !== 'sections'))(
    'that changes nothing of what an entry says makes nothing anew: $name',
    file => {
      const text = written(file, 20);
      const { read, made } = cost(file, text, typed(file, text, 7, file.idle));
      expect({ read, made }).toEqual({ read: 1, made: 0 });
    },
  );

  it.each(long)('that moves an entry, or takes it out, makes nothing anew: $name', file => {
    const text = written(file, 20);
    const entry = file.entry(7);
    const without = text.replace(entry, '');
    const moved = without.replace(file.entry(12), file.entry(12) + entry);
    expect(cost(file, text, without).made).toBe(0);
    expect(cost(file, text, moved)).toMatchObject({ read: 0, made: 0 });
  });

  it.each([
    ['of the comment that ended one left open', '# A\n\n<!-- a\n\n[@x]\n\n# B\n\n# C\n\n<!-- c -->\n', '<!-- c', 'c'],
    [
      'of the end of two comments left open',
      '# A\n\n<!-- a\n<!-- b\n\n[@x]\n\n# B\n\n<!-- c\n\n# C\n\nword\n\n# D\n',
      'word',
      'word -->',
    ],
    ['of the line that closes the front matter', '---\na: b\n\n# A\n\n[@x]\n\n# B\n\n----\n', '----', '---'],
  ])('%s is seen by what stands far above', (_, text, from, to) => {
    const memory = new Memory();
    for (const each of [text, text.replace(from, to), text]) {
      const anew = readFacts('synthesis.md', 'manuscript', each);
      expect(readFacts('synthesis.md', 'manuscript', each, memory)).toEqual(anew);
    }
  });

  it('of a link’s definition reads what names it, and nothing else', () => {
    const sections = Array.from({ length: 50 }, (_, number) => `# ${number}\n\nSee [l${number}] and [@a].\n\n`).join(
      '',
    );
    const [file] = long.filter(each => each.name === 'sections');
    const text = `${sections}# End\n\n[l7]: /x\n`;
    expect(cost(file!, text, text.replace('[l7]:', '[l9]:')).read).toBe(3);
  });

  it('of a macro reads the works that name it, and nothing else', () => {
    const [file] = long.filter(each => each.name === 'works');
    const text = `${written(file!, 50)}@string{k = "K"}\n@book{a, title = k}\n@book{b, title = j}\n`;
    expect(cost(file!, text, text.replace('"K"', '"New"'))).toMatchObject({ read: 2, made: 1 });
  });
});

describe('a memory', () => {
  const [file] = long as readonly [Long, ...Long[]];
  const text = written(file, 5);

  it('gives the same facts for the same text', () => {
    const memory = new Memory();
    expect(readFacts(file.path, file.kind, text, memory)).toBe(readFacts(file.path, file.kind, text, memory));
  });

  it('of a file that was read without one keeps the chunks that say the same', () => {
    const known = readFacts(file.path, file.kind, text);
    const { chunks } = readFacts(file.path, file.kind, typed(file, text, 2, 'x'), new Memory(known));
    expect(chunks.filter(each => known.chunks.includes(each))).toHaveLength(known.chunks.length - 1);
  });

  it('of another file, or of the same one as something else, is of no account', () => {
    const memory = new Memory();
    readFacts(file.path, file.kind, text, memory);
    for (const [path, kind] of [
      ['appraisals/JM.yaml', 'rater'],
      ['coding/JM.yaml', 'coding'],
      ['other.yaml', 'codebook'],
    ] as const) {
      expect(readFacts(path, kind, text, memory)).toEqual(readFacts(path, kind, text));
    }
  });
});
