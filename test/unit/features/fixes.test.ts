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
});
