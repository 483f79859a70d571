import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formats, type Tools } from '../../../server/src/documents/formats.js';
import * as office from '../../../server/src/office/office.js';
import { textOfPart, unpacked } from '../../../server/src/office/zip.js';
import { reportKinds } from '../../../server/src/reports/reports.js';
import { sampleNames, sampleReview } from '../support/samples.js';

const tools: Tools = { office: async () => office };

/** The parts of an office file one after another, each on lines that a diff can show. */
function readable(bytes: Uint8Array): string {
  return [...unpacked(bytes)]
    .map(([path, part]) => {
      const text = /\.(?:xml|rels)$/.test(path) ? textOfPart(part).replace(/></g, '>\n<') : `${part.length} bytes`;
      return `=== ${path} ===\n${text}\n`;
    })
    .join('');
}

// Every report in every format joins by itself. A change of one of these files is a change of what people get.
describe.each(sampleNames)('%s', name => {
  const review = sampleReview(name);
  for (const kind of reportKinds) {
    for (const format of formats.filter(each => each.fits(kind))) {
      test(`${kind.command} as ${format.ending}`, async () => {
        const content = await format.write(kind, review, tools);
        const again = await format.write(kind, review, tools);
        expect(again).toEqual(content);
        // A review that does not tell what a figure would show has none.
        if (content === undefined) return;
        expect(typeof content === 'string').toBe(format.binary !== true);
        const file = join(import.meta.dirname, 'snapshots', name, `${kind.command}.${format.ending}`);
        // An ending of their own for those that are not the file itself.
        if (typeof content === 'string') await expect(content).toMatchFileSnapshot(file);
        else if (format.ending !== 'png') await expect(readable(content)).toMatchFileSnapshot(`${file}.txt`);
      });
    }
  }
});
