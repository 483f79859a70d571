import { describe, expect, it } from 'vitest';
import type { FileBytes } from '../../../server/src/host/host.js';
import { buildReview } from '../../../server/src/review/build.js';
import { judge } from '../../../server/src/rules/judge.js';
import { readBytes } from '../../../server/src/workspace/source.js';
import { exampleOf } from '../support/review.js';

const path = 'studies/moran2012.md';

/** What is told of the faultless review when one of its studies comes from a disk like this. */
function told(file: Omit<FileBytes, 'address'>): string[] {
  const facts = new Map(exampleOf().review.files);
  const read = readBytes(path, 'study', { address: `memory:/${path}`, ...file });
  if (read && read !== 'same') facts.set(path, read.facts);
  return judge(buildReview(facts.values()))
    .filter(each => each.path === path)
    .map(each => `${each.range.line}:${each.range.character} ${each.severity} ${each.code} ${each.message}`);
}

const study = (country: string): string =>
  `---\ncountry: ${country}\nparticipants: 31\nthemes: [giving-back]\ncasp: 9\n---\n`;

describe('a file from a disk', () => {
  it('says nothing of one in UTF-8', () => {
    expect(told({ bytes: new TextEncoder().encode(study('Québec')) })).toEqual([]);
  });

  it('tells that letters had to be guessed, once, at the start of the file', () => {
    const latin1 = Uint8Array.from(study('Québec'), letter => letter.charCodeAt(0));
    expect(told({ bytes: latin1 })).toEqual([
      expect.stringMatching(/^0:0 info file\.encoding .*not saved as UTF-8, so it was read as Western/),
    ]);
  });

  it('tells of a file that cannot be opened', () => {
    expect(told({ failure: 'denied' })).toEqual([
      expect.stringMatching(/^0:0 error file\.unreadable "studies\/moran2012\.md" cannot be opened/),
    ]);
  });

  it('tells of a file that is too large', () => {
    expect(told({ failure: 'too-large' })).toEqual([
      expect.stringMatching(/^0:0 error file\.too-large "studies\/moran2012\.md" has more than 20 MB/),
    ]);
  });
});
