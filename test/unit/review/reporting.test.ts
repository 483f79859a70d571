import { describe, expect, test } from 'vitest';
import { isReport } from '../../../server/src/reports/reports.js';
import type { ReviewIndex } from '../../../server/src/review/index/review-index.js';
import { coverageOf, judgeItem, likelySection, standardsOf } from '../../../server/src/review/reporting.js';
import { locate } from '../../../server/src/rules/judge.js';
import { Judgement } from '../../../server/src/rules/judgement.js';
import { reportingItem, reportingStandardNamed } from '../../../server/src/standards/reporting.js';
import { readFacts } from '../../../server/src/syntax/read.js';
import { exampleOf, reviewOf, type WrittenReview } from '../support/review.js';

/** What becomes of an item, and where: `present passage synthesis.md:3`. */
function item({ review }: WrittenReview, name: string, report = isReport): string {
  const [standard = '', number = ''] = name.split(' ');
  const named = reportingStandardNamed(standard)!;
  const { state, places } = judgeItem(review, named, reportingItem(named, number)!, report);
  const where = places.map(({ site, by }) => `${by} ${site.file.path}:${locate(site).range.line}`);
  return [state, ...where].join(' ');
}

const settings = (fields: string): WrittenReview => reviewOf(`=== metasynth.yaml ===\ntitle: T\n${fields}\n`);

describe('the standards that apply', () => {
  const ids = (fields: string): string[] => standardsOf(settings(fields).review).map(each => each.id);

  test.each([
    ['', ['entreq']],
    ['approach: meta-ethnography', ['entreq', 'emerge']],
    ['search: [{source: A}]', ['entreq', 'prisma-s']],
    ['flow: {new-studies: 3}', ['entreq', 'prisma-s']],
    ['approach: meta-ethnography\nreporting: [prisma, entreq]', ['entreq', 'prisma']],
    ['reporting: emerge', ['emerge']],
    ['reporting: [emrege]', ['entreq']],
    ['reporting:', ['entreq']],
  ])('%s', (fields, expected) => {
    expect(ids(fields)).toEqual(expected);
  });

  test('a name in `reporting:` that there is not is said, with the one that was meant', () => {
    const [found] = settings('reporting: [entrek]').diagnoses('field.type');
    expect(found?.data.nearest).toBe('entreq');
  });
});

describe('an item', () => {
  test('is reported where a passage says so, and missing where none does', () => {
    const review = exampleOf(`=== synthesis.md ===\n# Methods\n\nWords. <!-- reports: entreq 3 -->\n`);
    expect(item(review, 'entreq 3')).toBe('present passage synthesis.md:2');
    expect(item(review, 'entreq 7')).toBe('missing');
  });

  test('is not reported by a heading that sounds like it', () => {
    const review = exampleOf('=== synthesis.md ===\n# Search strategy\n\nWe searched.\n');
    expect(item(review, 'entreq 6')).toBe('missing');
    expect(likelySection(review.review, reportingItem(reportingStandardNamed('entreq')!, '6')!)?.facts.title).toBe(
      'Search strategy',
    );
  });

  test('is told by a field that tells all of it', () => {
    expect(item(settings('question: Why?'), 'entreq 1')).toBe('present field metasynth.yaml:1');
    expect(item(settings('question:'), 'entreq 1')).toBe('missing');
    expect(item(settings('eligibility: [{says: Adults}]'), 'entreq 4')).toBe('present field metasynth.yaml:1');
    expect(item(settings('eligibility: [{filter: "country:UK"}]'), 'entreq 4')).toBe('missing');
    expect(item(settings('protocol: {registration: PROSPERO 1}'), 'prisma 24a')).toBe('present field metasynth.yaml:1');
    expect(item(settings('protocol: Somewhere'), 'prisma 24a')).toBe('missing');
  });

  test('is not told by one that tells a part of it, nor by a default', () => {
    expect(item(settings('approach: meta-ethnography'), 'entreq 2')).toBe('missing');
    expect(item(settings('reflexivity: We are peers.'), 'emerge 18')).toBe('missing');
    expect(item(settings('appraisal: {raters: [A, B]}'), 'entreq 11')).toBe('missing');
    expect(item(settings('appraisal: {raters: [A, B]}'), 'entreq 12')).toBe('present field metasynth.yaml:1');
    expect(item(settings('appraisal: {checklist: casp-qualitative}'), 'entreq 11')).toBe(
      'present field metasynth.yaml:1',
    );
  });

  test('is told by searches only where every one of them tells it, and more than that it is not reported', () => {
    const searches = (first: string, second: string): WrittenReview =>
      settings(`search:\n  - {source: A, ${first}}\n  - {source: B, ${second}}`);
    expect(item(searches('platform: P', 'platform: Q'), 'prisma-s 1')).toBe('present field metasynth.yaml:2');
    expect(item(searches('platform: P', 'hits: 3'), 'prisma-s 1')).toBe('missing');
    expect(item(searches('platform: P', 'platform: not reported'), 'prisma-s 1')).toBe('missing');
    expect(item(searches('hits: 2', 'hits: 0'), 'prisma-s 15')).toBe('present field metasynth.yaml:2');
    expect(item(searches('limits: none', 'limits: [English]'), 'prisma-s 9')).toBe('present field metasynth.yaml:2');
    expect(item(searches('date: 2020-01-01', 'date: to do'), 'prisma-s 13')).toBe('missing');
  });

  const block = (text: string): WrittenReview =>
    exampleOf(
      `=== synthesis.md ===\n# Studies\n\n<!-- metasynth:synthesis-table -->\n${text}<!-- /metasynth:synthesis-table -->\n`,
    );

  test('can be generated where there is a report that shows it, and is reported once its block holds something', () => {
    expect(item(exampleOf(), 'entreq 8')).toBe('derivable');
    expect(item(block('\n'), 'entreq 8')).toBe('derivable');
    expect(item(block('| a |\n'), 'entreq 8')).toBe('present block synthesis.md:2');
    expect(item(settings(''), 'entreq 8')).toBe('missing');
  });

  test('is never offered from a report that there is not, or that the review has no data for', () => {
    const flow = settings('flow: {new-studies: 0}');
    expect(item(flow, 'prisma 16a', () => false)).toBe('missing');
    expect(item(flow, 'prisma 16a', () => true)).toBe('derivable');
    expect(item(settings(''), 'prisma 16a', () => true)).toBe('missing');
  });
});

test('coverage counts what is reported, not what could be', () => {
  const { review } = exampleOf('=== synthesis.md ===\nWords. <!-- reports: entreq 2-4, 4 -->\n');
  const [entreq] = coverageOf(review, isReport);
  // The question stands in `metasynth.yaml`, and so does the checklist of the appraisal.
  expect(entreq?.items.filter(each => each.state === 'present').map(each => each.item.number)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '11',
  ]);
  expect(entreq?.present).toBe(5);
});

test('asking for coverage costs the same in a review of any size, and walks through no studies', () => {
  const { review } = exampleOf();
  const asked = new Set<string>();
  (review as ReviewIndex).track(() => coverageOf(review, isReport), asked as never);
  expect([...asked].sort()).toEqual(['flow', 'reporting', 'study-count']);
});

test('a change elsewhere does not touch the facet, and one of a comment or of a field does', () => {
  const written = exampleOf();
  const index = written.review as ReviewIndex;
  index.takeEffects();
  const change = (path: string, kind: 'manuscript' | 'review', text: string): boolean => {
    index.apply([[path, readFacts(path, kind, text)]]);
    return index.takeEffects().facets.has('reporting');
  };
  const manuscript = written.texts.get('synthesis.md')!;
  expect(change('synthesis.md', 'manuscript', `${manuscript}\nMore.\n`)).toBe(false);
  expect(change('synthesis.md', 'manuscript', `${manuscript}\nMore. <!-- reports: entreq 3 -->\n`)).toBe(true);
  expect(change('metasynth.yaml', 'review', written.texts.get('metasynth.yaml')!)).toBe(false);
  const settled = `${written.texts.get('metasynth.yaml')!}search: [{source: A}]\n`;
  index.apply([['metasynth.yaml', readFacts('metasynth.yaml', 'review', settled)]]);
  const { facets, everything } = index.takeEffects();
  expect([facets.has('reporting'), everything]).toEqual([true, false]);
});

describe('the diagnostic', () => {
  const final = (text: string): WrittenReview =>
    exampleOf(
      `=== metasynth.yaml ===\ntitle: T\nquestion: Why?\nstatus: final\napproach: meta-ethnography\n=== synthesis.md ===\n${text}\n`,
    );

  test('rests in a draft unless it is asked for, and speaks once for each standard in what is final', () => {
    expect(exampleOf().diagnoses('reporting.missing-item')).toEqual([]);
    expect(exampleOf().diagnoses('reporting.missing-item', { reporting: 'error' })).toEqual([]);
    expect(exampleOf().diagnoses('reporting.missing-item', { 'reporting.missing-item': 'info' })).toHaveLength(1);
    const found = final('# Title\n\nWords. <!-- reports: entreq 2-20 -->').diagnoses('reporting.missing-item');
    expect(found.map(each => each.severity)).toEqual(['warning', 'warning']);
    expect(found[0]?.message).toBe(
      'ENTREQ asks for one item more: 21 (What the synthesis adds). Say where it is reported with <!-- reports: entreq 21 -->, or write it.',
    );
    expect(found[1]?.message).toContain(
      'eMERGe: 18 of 19 items are not reported yet: 1 (Rationale and context), 2 (Aim), ',
    );
    expect(found.map(each => `${each.path} ${each.range.line}`)).toEqual(['synthesis.md 0', 'synthesis.md 0']);
  });

  test('stands in metasynth.yaml where the manuscript has no heading, and is silent where the review says so', () => {
    const [found] = final('Words.').diagnoses('reporting.missing-item');
    expect(found?.path).toBe('metasynth.yaml');
    expect(final('Words.').diagnoses('reporting.missing-item', { reporting: 'off' })).toEqual([]);
  });

  test('is silent while what may report an item cannot be read', () => {
    const broken = exampleOf('=== metasynth.yaml ===\ntitle: T\nstatus: final\nsearch: [{source: A\n');
    expect(broken.diagnoses('reporting.missing-item')).toEqual([]);
  });

  test.each(['reporting', 'flow'])('of the area %s goes at once when the review silences it', area => {
    const text = 'title: T\nstatus: final\ncharacteristics: {country: {type: text}}\nflow: {new-studies: 9}\n';
    const written = exampleOf(`=== metasynth.yaml ===\n${text}`);
    const index = written.review as ReviewIndex;
    const judgement = new Judgement(index);
    const severities = {};
    const codes = (): string[] => {
      judgement.update(severities, true);
      return judgement.all().flatMap(({ code }) => (code.startsWith(area) ? [code] : []));
    };
    expect(codes()).not.toEqual([]);
    const silent = `${text}severities: {${area}: off}\n`;
    index.apply([['metasynth.yaml', readFacts('metasynth.yaml', 'review', silent)]]);
    expect(codes()).toEqual([]);
  });
});
