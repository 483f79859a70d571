import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agreements } from '../../../server/src/reports/agreement.js';
import { synthesisTable } from '../../../server/src/reports/synthesis-table.js';
import { bandOf } from '../../../server/src/review/appraisal.js';
import { reviewOf, type WrittenReview } from '../support/review.js';

const root = join(import.meta.dirname, '..', '..', '..', 'samples', 'worked-example');

/** The fictional sample with names for totals, and an answer of a rater changed. */
function sample(change: (answers: string) => string = text => text): WrittenReview {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path =>
    /\.(md|yaml|bib|csv)$/.test(path),
  );
  const files = paths.map(path => {
    const text = readFileSync(join(root, path), 'utf8');
    const name = path.replaceAll('\\', '/');
    if (name === 'metasynth.yaml')
      return [name, text.replace('  use: weigh', '  use: weigh\n  bands: {fair: 0, sound: 8}')];
    return [name, name === 'appraisals/AB.yaml' ? change(text) : text];
  });
  return reviewOf(files.map(([name, text]) => `=== ${name} ===\n${text}`).join(''));
}

/** Both had said yes to the first question of Saltmarrow's study. */
const changed = sample(text => text.replace(/(saltmarrow2021:\n {2}1: )yes/, '$1no'));
const before = sample();

const totalOf = ({ review }: WrittenReview): number | undefined => review.studyById.get('saltmarrow2021')?.total;
const overall = ({ review }: WrittenReview) => agreements(review).find(({ what }) => what === 'appraisal')!;

describe('one answer of one rater that changes', () => {
  test('takes the total away until it is settled, and the band with it', () => {
    expect([totalOf(before), bandOf(totalOf(before), before.review.bands)]).toEqual([8, 'sound']);
    expect(totalOf(changed)).toBeUndefined();
    expect(changed.diagnoses('appraisal.unsettled').map(({ path }) => path)).toEqual(['appraisals/AB.yaml']);
  });

  test('settled as a no, lowers the total and changes the band', () => {
    const settled = sample(text => text.replace(/(saltmarrow2021:\n {2}1: )yes/, '$1no'));
    const texts = new Map(settled.texts);
    const consensus = texts
      .get('appraisals/consensus.yaml')!
      .replace('saltmarrow2021:\n', 'saltmarrow2021:\n  1: no\n');
    texts.set('appraisals/consensus.yaml', consensus);
    const { review } = reviewOf([...texts].map(([name, text]) => `=== ${name} ===\n${text}`).join(''));
    const study = review.studyById.get('saltmarrow2021');
    expect([study?.total, bandOf(study?.total, review.bands)]).toEqual([7, 'fair']);
  });

  test('changes the agreement, and the number in the manuscript is told', () => {
    expect([overall(before).percent, overall(changed).percent]).toEqual([86, 84]);
    expect(changed.diagnoses('number.disagrees').map(({ path }) => path)).toEqual(['synthesis.md']);
  });

  test('marks the judgements of confidence that rest on the study, and no others', () => {
    const stale = changed.diagnoses('confidence.stale');
    expect(stale).not.toEqual([]);
    expect(new Set(stale.map(({ data }) => data.changed))).toEqual(new Set(['The appraisal of its studies']));
    const resting = before.review.judgements.filter(({ facts }) =>
      [
        ...(before.review.findingByName.get(facts.id)?.support ?? []),
        ...(before.review.findingByName.get(facts.id)?.contrary ?? []),
      ]
        .map(study => study.id)
        .concat(facts.studies.map(({ value }) => value))
        .includes('saltmarrow2021'),
    );
    expect(stale.map(({ data }) => data.name)).toEqual(resting.map(({ facts }) => facts.name));
  });

  test('shows in the table, and the block in the manuscript is stale', () => {
    const row = ({ review }: WrittenReview): string | undefined => {
      const { columns, rows, keys } = synthesisTable(review);
      return rows[keys.indexOf('saltmarrow2021')]?.[columns.findIndex(({ name }) => name === 'casp')];
    };
    expect([row(before), row(changed)]).toEqual(['8', 'to do']);
    expect(changed.diagnoses('block.stale')).not.toEqual([]);
  });
});
