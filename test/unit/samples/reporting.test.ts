import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isReport } from '../../../server/src/reports/reports.js';
import { buildReview } from '../../../server/src/review/build.js';
import { coverageOf } from '../../../server/src/review/reporting.js';
import { judge } from '../../../server/src/rules/judge.js';
import { factsOf } from '../support/review.js';

function texts(name: string): Map<string, string> {
  const root = join(import.meta.dirname, '..', '..', '..', 'samples', name);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path =>
    /\.(md|yaml|bib|csv)$/.test(path),
  );
  return new Map(paths.map(path => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]));
}

const coverage = (files: Map<string, string>): string[] =>
  coverageOf(buildReview(factsOf(files)), isReport).map(
    ({ standard, items, present }) => `${standard.name} ${present}/${items.length}`,
  );

test('the teaching sample reports every item of the three standards that apply to it, by passages alone', () => {
  const files = texts('worked-example');
  expect(coverage(files)).toEqual(['ENTREQ 21/21', 'eMERGe 19/19', 'PRISMA-S 16/16']);
  // Fields tell some of them as well; the paper does not lean on that.
  const all = coverageOf(buildReview(factsOf(files)), isReport).flatMap(each => each.items);
  expect(all.filter(each => !each.places.some(({ by }) => by === 'passage'))).toEqual([]);
});

test('its README is right about what is told once it is final', () => {
  const files = texts('worked-example');
  files.set('metasynth.yaml', files.get('metasynth.yaml')!.replace('status: draft', 'status: final'));
  const missing = (): string[] =>
    judge(buildReview(factsOf(files))).flatMap(({ code, message }) =>
      code === 'reporting.missing-item' ? [message] : [],
    );
  expect(missing()).toEqual([]);
  files.set('synthesis.md', files.get('synthesis.md')!.replace(' <!-- reports: entreq 10 -->', ''));
  expect(missing()).toHaveLength(1);
  expect(missing()[0]).toContain('10 (Why appraised)');
});

test('the published review claims what its text tells, and no more', () => {
  expect(coverage(texts('peer-support'))).toEqual(['ENTREQ 15/21', 'PRISMA-S 1/16']);
});
