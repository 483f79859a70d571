import { describe, expect, test } from 'vitest';
import { filesForFixes } from '../../../server/src/features/fixes/fixes.js';
import { exampleOf } from '../support/review.js';
import { changed, fixesIn, reviewWith } from './fixes-support.js';

/** The first fix of the first diagnosis of a code applied: the titles of all, the files that it made others, and what is left. */
function mended(written: string, code: string, choice = 0) {
  const before = exampleOf(written);
  const [diagnosis] = before.diagnoses(code);
  if (!diagnosis) throw new Error(`no ${code}`);
  const fixes = fixesIn(before, diagnosis);
  const fix = fixes[choice];
  if (!fix) return { titles: fixes.map(each => each.title), preferred: false, files: {}, left: [code] };
  const asked = filesForFixes(before.review, diagnosis);
  expect(fix.change.edits.every(edit => asked.includes(edit.path))).toBe(true);
  const after = changed(before.texts, fix.change);
  return {
    titles: fixes.map(each => each.title),
    preferred: fix.preferred,
    files: Object.fromEntries([...after].filter(([path, text]) => before.texts.get(path) !== text)),
    left: reviewWith(after)
      .diagnoses()
      .map(each => each.code),
  };
}

const study = (theme: string): string =>
  `=== studies/moran2012.md ===\n---\ncountry: USA\nparticipants: 31\nthemes:\n  - ${theme}\ncasp: 9\n---\n`;

const answered = '{1: yes, 2: yes, 3: yes, 4: yes, 5: yes, 6: yes, 7: yes, 8: yes, 9: yes, 10: yes}';
const open = '  1:\n  2:\n  3:\n  4:\n  5:\n  6:\n  7:\n  8:\n  9:\n  10:\n';

describe('a name that was meant', () => {
  test.each([
    ['theme.unknown', study('givng-back'), ['Change to "giving-back"', 'Add the theme "givng-back" to the codebook']],
    [
      'citation.unknown',
      '=== synthesis.md ===\n## Reframing of identity\n\nHelping feels worthwhile [@gilard2013; @moran2012].\n',
      ['Change to "gillard2013"', 'Add an entry "gilard2013" to references.bib'],
    ],
    [
      'characteristic.type',
      '=== studies/moran2012.md ===\n---\ncountry: USA\nparticipants: 1,520\nthemes: [giving-back]\ncasp: 9\n---\n',
      ['Change to "1520"'],
    ],
    [
      'characteristic.type',
      '=== metasynth.yaml ===\ntitle: T\nappraisal: {scoring: as-reported}\ncharacteristics: {country: {type: text}, participants: {type: count}, collection: {type: set, values: [interview, focus group]}}\n=== studies/moran2012.md ===\n---\ncountry: USA\ncollection: [interview, focus goup]\nthemes: [giving-back]\ncasp: 9\n---\n',
      ['Change to "focus group"'],
    ],
    [
      'citation.without-at',
      '=== synthesis.md ===\n## Reframing of identity\n\nHelping feels worthwhile [@gillard2013, p. 3; moran2012].\n',
      ['Change to "@moran2012"'],
    ],
  ])('of %s is taken', (code, written, titles) => {
    expect(mended(written, code)).toMatchObject({ titles, preferred: true, left: [] });
  });

  test('is not offered for a name that would need quotation marks', () => {
    const codebook =
      '=== codebook.yaml ===\nthemes:\n  boundaries: {label: B, definition: D, construct: identity}\n  "giving: back": {label: Giving back, definition: D, construct: identity}\nconstructs:\n  identity: {label: Reframing of identity}\n';
    const other = '=== studies/gillard2013.md ===\n---\ncountry: UK\nthemes: [boundaries]\ncasp: 8\n---\n';
    expect(mended(codebook + other + study('giving- back'), 'theme.unknown').titles).toEqual([
      'Add the theme "giving- back" to the codebook',
    ]);
  });

  test.each([
    ['yaml.colon-swallows', 'label: Giving: back', 'label: "Giving: back"'],
    ['yaml.comment-cuts', 'label: Giving #1 of two', 'label: "Giving #1 of two"'],
    ['yaml.special-start', 'label: [Un]giving', 'label: "[Un]giving"'],
    ['yaml.special-start', 'label: "Giving" back', 'label: "\\"Giving\\" back"'],
  ])('of %s is put in quotation marks: %s', (code, wrong, right) => {
    const codebook = (label: string): string => `=== codebook.yaml ===
themes:
  boundaries: {label: Boundaries, definition: D, construct: identity}
  giving-back:
    ${label}
    definition: D
    construct: identity
constructs:
  identity: {label: Reframing of identity}
`;
    const files = { 'codebook.yaml': exampleOf(codebook(right)).texts.get('codebook.yaml') };
    expect(mended(codebook(wrong), code)).toMatchObject({ files, left: [] });
  });

  test('is the report of a generated block, in both of its comments', () => {
    const block = (name: string): string => `Text.\n\n<!-- metasynth:${name} -->\nOld.\n<!-- /metasynth:${name} -->\n`;
    expect(mended(`=== synthesis.md ===\n${block('synthesis-tabel')}`, 'block.unknown').files).toEqual({
      'synthesis.md': block('synthesis-table'),
    });
  });

  test('is an answer of the checklist; all others are offered behind it', () => {
    const written = `=== appraisals/JS.yaml ===\ngillard2013: ${answered.replace('2: yes', '2: yess')}\n`;
    expect(mended(written, 'appraisal.unknown-answer')).toMatchObject({
      titles: ['Change to "yes"', 'Change to "can\'t tell"', 'Change to "no"'],
      files: { 'appraisals/JS.yaml': `gillard2013: ${answered}\n` },
    });
  });
});

describe('something that is added', () => {
  test('is a theme, at its place in the alphabet', () => {
    const codebook =
      '=== codebook.yaml ===\nthemes:\n  boundaries: {label: Boundaries, definition: D, construct: identity}\n  giving-back: {label: Giving back, definition: D, construct: identity}\nconstructs:\n  identity: {label: Reframing of identity}\n';
    const { files, left } = mended(codebook + study('coming-out'), 'theme.unknown');
    expect(files).toEqual({
      'codebook.yaml':
        'themes:\n  boundaries: {label: Boundaries, definition: D, construct: identity}\n  coming-out:\n    label: Coming out\n  giving-back: {label: Giving back, definition: D, construct: identity}\nconstructs:\n  identity: {label: Reframing of identity}\n',
    });
    expect(left).not.toContain('theme.unknown');
  });

  test('is a study with all questions, in the file of a rater', () => {
    const written = `=== studies/moran2012.md ===\n---\ncountry: USA\nthemes: [giving-back]\n---\n=== appraisals/JS.yaml ===\n# Mine.\ngillard2013: ${answered}\nzoe2020: ${answered}\n`;
    expect(mended(written, 'appraisal.missing')).toMatchObject({
      titles: ['Add moran2012 with all questions to appraisals/JS.yaml'],
      preferred: false,
      files: {
        'appraisals/JS.yaml': `# Mine.\ngillard2013: ${answered}\nmoran2012:\n${open}zoe2020: ${answered}\n`,
      },
    });
  });

  test('is the file of a rater who has none yet', () => {
    const written = `=== metasynth.yaml ===\ntitle: T\nappraisal: {checklist: casp-qualitative, scoring: as-reported, raters: [JM, JS]}\ncharacteristics: {country: {type: text}, participants: {type: count}}\n=== appraisals/JS.yaml ===\nmoran2012: ${answered}\ngillard2013: ${answered}\n`;
    expect(mended(written, 'appraisal.missing-rater')).toMatchObject({
      files: { 'appraisals/JM.yaml': `gillard2013:\n${open}` },
    });
  });

  test('are the questions without an answer, each at its place', () => {
    const written =
      '=== appraisals/JS.yaml ===\ngillard2013:\n  1: yes # clear\n  2: yes\n  3: yes\n  5: yes\n  6: no\n  8: yes\n  9: yes\n';
    expect(mended(written, 'appraisal.missing-answer')).toMatchObject({
      titles: ['Add the 3 questions without an answer'],
      files: {
        'appraisals/JS.yaml':
          'gillard2013:\n  1: yes # clear\n  2: yes\n  3: yes\n  4:\n  5: yes\n  6: no\n  7:\n  8: yes\n  9: yes\n  10:\n',
      },
    });
  });

  test('is an entry of the bibliography, formatted as its neighbours', () => {
    const entries = (line: string): string =>
      `@article{gillard2013,\n  author = {Gillard},${line}\n}\n\n@book{moran2012,\n  author = {Moran},${line.replace('2013', '2012')}\n}\n`;
    const bib = entries('\n  year   = {2013}');
    const written = `=== references.bib ===\n${bib}=== synthesis.md ===\n## Reframing of identity\n\nHelping feels worthwhile [@gillard2013; @xyz2011].\n`;
    expect(mended(written, 'citation.unknown').files).toEqual({
      'references.bib': `${bib}\n@book{xyz2011,\n  year   = {2011}\n}\n`,
    });
  });

  test('is a work of the background, beside those that are there', () => {
    const settings = (background: string): string =>
      `title: T\nbackground: ${background}\nappraisal: {scoring: as-reported}\ncharacteristics: {country: {type: text}, participants: {type: count}}\n`;
    const written = `=== metasynth.yaml ===\n${settings('[goffman1963]')}=== references.bib ===\n@article{gillard2013, author = {Gillard and others}, year = 2013}\n@article{moran2012, author = {Moran and others}, year = 2012}\n@book{goffman1963, author = {Goffman}, year = 1963}\n@book{mead1934, author = {Mead}, year = 1934}\n`;
    expect(mended(written, 'bibliography.unused')).toMatchObject({
      files: { 'metasynth.yaml': settings('[goffman1963, mead1934]') },
      left: [],
    });
  });

  test('is a characteristic, behind those declared before it', () => {
    const written =
      '=== studies/moran2012.md ===\r\n---\r\nparticipants: 31\r\nthemes: [giving-back]\r\ncasp: 9\r\n---\r\n';
    expect(mended(written.replace('===\r\n', '===\n'), 'characteristic.missing')).toMatchObject({
      preferred: true,
      files: {
        'studies/moran2012.md':
          '---\r\nparticipants: 31\r\ncountry: to do\r\nthemes: [giving-back]\r\ncasp: 9\r\n---\r\n',
      },
    });
  });

  test('is a column for a field that none declares', () => {
    const written =
      '=== studies/moran2012.md ===\n---\ncountry: USA\nparticipants: 31\nsessions: 12\nthemes: [giving-back]\ncasp: 9\n---\n';
    expect(mended(written, 'study.unknown-field')).toMatchObject({
      titles: ['Declare "sessions" as a characteristic'],
      left: [],
    });
  });

  test('is the line that ends the characteristics, with the line ends of the file', () => {
    const written = '=== studies/moran2012.md ===\n---\r\ncountry: USA\r\nthemes: [giving-back]\r\ncasp: 9';
    expect(mended(written, 'study.front-matter-open').files).toEqual({
      'studies/moran2012.md': '---\r\ncountry: USA\r\nthemes: [giving-back]\r\ncasp: 9\r\n---\r\n',
    });
  });

  test('is a file that the review names', () => {
    const written =
      '=== metasynth.yaml ===\ntitle: T\nappraisal: {scoring: as-reported}\ncharacteristics: {country: {type: text}, participants: {type: count}}\ncodebook: codes.yaml\n';
    const { titles, files } = mended(written, 'review.file-missing');
    expect(titles).toEqual(['Create codes.yaml']);
    expect(files).toEqual({ 'codes.yaml': 'themes:\n\nconstructs:\n' });
  });

  test('is a construct for a theme, one action for each', () => {
    const written =
      '=== codebook.yaml ===\nthemes:\n  giving-back:\n    label: Giving back\n    definition: D\n    construct:\n  boundaries: {label: B, definition: D, construct: identity}\nconstructs:\n  identity: {label: Reframing of identity}\n  work: {label: Work}\n';
    const { titles, files } = mended(written, 'theme.unmapped', 1);
    expect(titles).toEqual(['Map the theme to "Reframing of identity"', 'Map the theme to "Work"']);
    expect(files).toEqual({
      'codebook.yaml': exampleOf(written).texts.get('codebook.yaml')?.replace('construct:\n', 'construct: work\n'),
    });
  });
});
