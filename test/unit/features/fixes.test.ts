import { describe, expect, test } from 'vitest';
import { fixesFor } from '../../../server/src/features/fixes.js';
import { Lines } from '../../../server/src/text/lines.js';
import { exampleOf } from '../support/review.js';

/** The review with the first fix of a diagnostic applied, as its diagnostics; and the titles of all its fixes. */
function mended(written: string, code: string): { titles: string[]; left: string[] } {
  const { diagnoses, texts } = exampleOf(written);
  const [diagnosis] = diagnoses(code);
  if (!diagnosis) throw new Error(`no ${code}`);
  const fixes = fixesFor(diagnosis);
  const [fix] = fixes;
  if (!fix) return { titles: [], left: [code] };
  const text = texts.get(fix.path) ?? '';
  const [start, end] = new Lines(text).spanOf(fix.range);
  const after = exampleOf(`${written}\n=== ${fix.path} ===\n${text.slice(0, start)}${fix.text}${text.slice(end)}`);
  return { titles: fixes.map(each => each.title), left: after.diagnoses().map(each => each.code) };
}

const study = (theme: string): string =>
  `=== studies/moran2012.md ===\n---\ncountry: USA\nparticipants: 31\nthemes:\n  - ${theme}\ncasp: 9\n---\n`;

describe('a quick fix', () => {
  test('takes the theme that was meant', () => {
    expect(mended(study('givng-back'), 'theme.unknown')).toEqual({ titles: ['Change to "giving-back"'], left: [] });
  });

  test('takes the key that was meant', () => {
    const manuscript =
      '=== synthesis.md ===\n## Reframing of identity\n\nHelping feels worthwhile [@gilard2013; @moran2012].\n';
    expect(mended(manuscript, 'citation.unknown')).toEqual({ titles: ['Change to "gillard2013"'], left: [] });
  });

  test('is not offered where nothing comes near', () => {
    expect(mended(study('xyz'), 'theme.unknown').titles).toEqual([]);
  });

  test('is not offered for a name that would need quotation marks', () => {
    const codebook =
      '=== codebook.yaml ===\nthemes:\n  "giving: back": {label: Giving back, definition: D, construct: identity}\nconstructs:\n  identity: {label: Reframing of identity}\n';
    expect(mended(codebook + study('giving- back'), 'theme.unknown').titles).toEqual([]);
  });

  test.each([
    ['yaml.colon-swallows', 'label: Giving: back', 'label: "Giving: back"'],
    ['yaml.comment-cuts', 'label: Giving #1 of two', 'label: "Giving #1 of two"'],
    ['yaml.special-start', 'label: [Un]giving', 'label: "[Un]giving"'],
    ['yaml.special-start', 'label: "Giving" back', 'label: "\\"Giving\\" back"'],
  ])('puts a text that is misread in quotation marks: %s, %s', (code, wrong, right) => {
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
    const { diagnoses, texts } = exampleOf(codebook(wrong));
    const [fix] = diagnoses(code).flatMap(fixesFor);
    if (!fix) throw new Error('no fix');
    const text = texts.get(fix.path) ?? '';
    const [start, end] = new Lines(text).spanOf(fix.range);
    expect(text.slice(0, start) + fix.text + text.slice(end)).toBe(exampleOf(codebook(right)).texts.get(fix.path));
    expect(mended(codebook(wrong), code).left).toEqual([]);
  });

  test('takes a comma out of a number, and the value that was meant of a set', () => {
    const written =
      '=== studies/moran2012.md ===\n---\ncountry: USA\nparticipants: 1,520\nthemes: [giving-back]\ncasp: 9\n---\n';
    expect(mended(written, 'characteristic.type')).toEqual({ titles: ['Change to "1520"'], left: [] });
    const settings =
      '=== metasynth.yaml ===\ntitle: T\nappraisal: {scoring: as-reported}\ncharacteristics: {country: {type: text}, participants: {type: count}, collection: {type: set, values: [interview, focus group]}}\n';
    const study =
      '=== studies/moran2012.md ===\n---\ncountry: USA\ncollection: [interview, focus goup]\nthemes: [giving-back]\ncasp: 9\n---\n';
    expect(mended(settings + study, 'characteristic.type')).toEqual({ titles: ['Change to "focus group"'], left: [] });
  });

  test('gives a key its @ back', () => {
    const written =
      '=== synthesis.md ===\n## Reframing of identity\n\nHelping feels worthwhile [@gillard2013, p. 3; moran2012].\n';
    expect(mended(written, 'citation.without-at')).toEqual({ titles: ['Change to "@moran2012"'], left: [] });
  });

  test('leaves remarks among citations alone', () => {
    const written =
      '=== synthesis.md ===\n## Reframing of identity\n\nHelping feels worthwhile [@gillard2013; passim; but see @moran2012; moran].\n';
    expect(exampleOf(written).diagnoses()).toEqual([]);
  });
});
