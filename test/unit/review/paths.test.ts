import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insidePath, kindOf } from '../../../server/src/review/paths.js';
import { defaultSettings } from '../../../server/src/syntax/read-review.js';

describe('a path in metasynth.yaml', () => {
  test.each([
    ['studies/', 'studies'],
    ['./codebook.yaml', 'codebook.yaml'],
    ['a/../b.md', 'b.md'],
    ['a\\b.md', 'a/b.md'],
    ['../b.md', undefined],
    ['a/../../b.md', undefined],
    ['/etc/passwd', undefined],
    ['\\\\server\\share', undefined],
    ['C:\\b.md', undefined],
    ['file:///etc/passwd', undefined],
    ['https://example.org/x.bib', undefined],
    ['', undefined],
  ])('%s', (written, path) => {
    expect(insidePath(written)).toBe(path);
  });

  test('never leads out of the review', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b.md', '...', '%2e%2e');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), parts => {
        const path = insidePath(parts.join('/'));
        expect(path === undefined || !path.split('/').includes('..')).toBe(true);
        expect(path === undefined || !path.startsWith('/')).toBe(true);
      }),
    );
  });
});

test.each([
  ['metasynth.yaml', 'review'],
  ['codebook.yaml', 'codebook'],
  ['references.bib', 'bibliography'],
  ['synthesis.md', 'manuscript'],
  ['studies/gillard2013.md', 'study'],
  ['studies/deep/moran.yaml', 'study'],
  ['studies/README.md', undefined],
  ['studies/_template.md', undefined],
  ['studies/notes.txt', undefined],
  ['studies/.history/gillard2013.md', undefined],
  ['studies/~$gillard2013.md', undefined],
  ['appraisals/JM.yaml', 'rater'],
  ['appraisals/consensus.yml', 'rater'],
  ['coding/JM.yaml', 'coding'],
  ['screening/JM.csv', 'screening'],
  ['translation.yaml', 'translation'],
  ['confidence.yaml', 'confidence'],
  ['other/codebook.yaml', undefined],
  ['README.md', undefined],
] as const)('%s is %s', (path, kind) => {
  expect(kindOf(path, defaultSettings())).toBe(kind);
});

test('a folder of studies that holds everything does not make studies of the other parts', () => {
  const settings = { ...defaultSettings(), studies: { ...defaultSettings().studies, value: '.' } };
  expect(kindOf('appraisals/JM.yaml', settings)).toBe('rater');
  expect(kindOf('gillard2013.md', settings)).toBe('study');
});
