import { expect, test } from 'vitest';
import { exampleReview } from '../../../server/src/rules/example.js';
import { earlyDiagnoses } from '../../../server/src/workspace/early.js';
import { exampleOf } from '../support/review.js';

const files = new Map(exampleReview('').map(({ path, text }) => [path, text]));
const settings = files.get('metasynth.yaml') ?? '';

const check = (path: string, text: string): string[] => earlyDiagnoses(settings, path, text).map(each => each.code);

test('of a file alone is told what it and metasynth.yaml decide', () => {
  expect(check('studies/new.md', '---\nparticipants: many\n---\n')).toEqual([
    'characteristic.missing',
    'characteristic.type',
  ]);
  expect(check('codebook.yaml', 'themes:\n  a: {label: A}\n')).toEqual(['theme.undefined']);
  expect(check('codebook.yaml', 'themes:\n  a: "open\n')).toContain('yaml.unclosed');
});

test('nothing is told for which another file may have the answer', () => {
  expect(check('studies/new.md', '---\ncountry: UK\nparticipants: 3\nthemes: [unheard-of]\n---\n')).toEqual([]);
  expect(check('synthesis.md', '## Something\n\nA sentence [@nobody1999].\n')).toEqual([]);
  expect(check('references.bib', '@book{unused, title = {A book}}\n')).toEqual([]);
  expect(check('notes/other.md', 'A file of no review\n')).toEqual([]);
});

test('whatever is told early is told of the whole review as well', () => {
  for (const [path, text] of files) {
    for (const line of text.split('\n').keys()) {
      const changed = text.split('\n').toSpliced(line, 1).join('\n');
      const whole = exampleOf(`=== ${path} ===\n${changed}`).diagnoses();
      const shared = new Set(whole.filter(each => each.shared).map(each => each.code));
      const codes = new Set(whole.map(each => each.code));
      for (const code of path === 'metasynth.yaml' ? [] : check(path, changed)) {
        expect(codes.has(code) || shared.has(code)).toBe(true);
      }
    }
  }
});
