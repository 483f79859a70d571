import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildReview } from '../../../server/src/review/build.js';
import type { ReviewIndex } from '../../../server/src/review/index/review-index.js';
import { judge } from '../../../server/src/rules/judge.js';
import { factsOf, lookUpQuotes } from '../support/review.js';

const folder = join(import.meta.dirname, '..', '..', '..', 'samples', 'worked-example');
const texts = new Map(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => [file.slice(folder.length + 1).replace(/\\/g, '/'), readFileSync(file, 'utf8')]),
);

/** What is told of the sample when one of its files is another, without lines: what stands below a change moves. */
function told(path: string, text: string): string[] {
  const changed = new Map(texts).set(path, text);
  const review = buildReview(factsOf(changed));
  lookUpQuotes(review as ReviewIndex, changed);
  return judge(review).map(each => `${each.path} ${each.code}`);
}

const faultless = told('README.md', '');

/** What the sample's README invites a reader to break, and what it promises to be told. */
test.each([
  ['studies/saltmarrow2021.yaml', 'truce-ground', 'truce-grund', 'theme.unknown'],
  ['studies/barnacleby2006.md', /^country:.*\n/m, '', 'characteristic.missing'],
  ['studies/kelpington2014.yaml', 'country: Marrowmere', 'country: [Marrowmere', 'yaml.unclosed'],
  // The manuscript says how often the raters agreed.
  ['appraisals/CD.yaml', /^ {2}4: .*\n/m, '', 'appraisal.missing-answer', 'synthesis.md number.disagrees'],
  ['appraisals/AB.yaml', /^ {2}3: .*$/m, '  3: maybe', 'appraisal.unknown-answer', 'synthesis.md number.disagrees'],
  ['studies/puffinsworth2018.md', /^( *- )inherited-beds/m, '$1inherited-beds\n$1almanac', 'theme.former-name'],
  ['synthesis.md', 'reports: entreq 10 ', 'reports: entreq 41 ', 'reporting.unknown-item'],
  ['synthesis.md', '@puffinsworth2018', '@pufinsworth2018', 'citation.unknown'],
  ['studies/barnacleby2006.md', 'Nobody ordered the leeks', 'Nobody ordered leeks', 'quote.not-found'],
  ['studies/saltmarrow2021.yaml', 'Radish up', 'Radishes up', 'quote.not-found'],
  ['studies/driftwoodham2011.md', '(Keeper A, p. 35)', '(Keeper A, p. 34)', 'quote.wrong-page'],
  ['studies/kelpington2014.yaml', 'at: Group 1, p. 2', 'at: Group 1, p. 3', 'quote.wrong-page'],
  ['synthesis.md', '"for the salt as well as for us"', '"for the salt as much as for us"', 'quote.not-in-study'],
  ['codebook.yaml', /^ {4}definition: (?:>-\n(?: {6}.*\n)+|.*\n)/m, '', 'theme.undefined'],
])('%s, broken: %s', (path, from, to, code, beside?: string) => {
  const text = texts.get(path) ?? '';
  const broken = text.replace(from, to);
  expect(broken).not.toBe(text);
  const more = told(path, broken);
  // While a file cannot be read whole, what may stand in it is not called absent, so some of these can be silent.
  for (const each of faultless) if (more.includes(each)) more.splice(more.indexOf(each), 1);
  // What changes the table or the outline makes the manuscript's block stale, and what changes a finding or an appraisal the
  // judgements that rest on it; that is told too, and is no surprise.
  const expected = ['synthesis.md block.stale', 'confidence.yaml confidence.stale'];
  expect(more.filter(each => !expected.includes(each))).toEqual([`${path} ${code}`, ...(beside ? [beside] : [])]);
});
