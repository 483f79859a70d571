import { expect, test } from 'vitest';
import { Memory } from '../../../server/src/syntax/chunks/memory.js';
import type { SectionFacts } from '../../../server/src/syntax/facts.js';
import { readFacts } from '../../../server/src/syntax/read.js';

const manuscript = `## Reframing of identity

Helping others feels worthwhile [@a; @b]. It takes time [@c].

<!-- construct: one -->
Another paragraph cites [@d], and 3<!-- = studies --> studies.

- a point [@e]

Last of all [@f].
`;

function section(text: string, memory?: Memory): SectionFacts {
  const [chunk] = readFacts('synthesis.md', 'manuscript', text, memory).chunks;
  return chunk!.facts as SectionFacts;
}

test('a letter in one paragraph leaves what was read from the others', () => {
  const memory = new Memory();
  const before = section(manuscript, memory);
  const after = section(manuscript.replace('takes time', 'takes some time'), memory);
  expect(after.sentences.map((sentence, index) => sentence === before.sentences[index])).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
  expect(after.numbers[0]).toBe(before.numbers[0]);
  expect(after.construct).toBe(before.construct);
});

test.each([
  ['a line before it', 'Helping', 'Well,\nhelping'],
  ['another kind of block', '- a point', '> a point'],
  ['a list that takes a paragraph in', 'Last of all', '  Last of all'],
  ['a first name of the construct', 'Helping', '<!-- construct: two -->\nHelping'],
  ['a label that makes a link of a citation', 'Last of all', '[@e]: https://example.org\n\nLast of all'],
  ['a comment that swallows the rest', 'It takes', '<!-- It takes'],
])('%s is read as if nothing had been read before', (_, from, to) => {
  const memory = new Memory();
  section(manuscript, memory);
  const changed = manuscript.replace(from, to);
  const read = (known?: Memory) => readFacts('synthesis.md', 'manuscript', changed, known);
  expect(read(memory)).toEqual(read());
  section(manuscript, memory);
  expect(section(manuscript, memory)).toEqual(section(manuscript));
});
