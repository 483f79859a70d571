import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { formats } from '../../../server/src/documents/formats.js';
import { drawPng } from '../../../server/src/png/draw.js';
import { flowKind } from '../../../server/src/reports/flow.js';
import { frameworkKind } from '../../../server/src/reports/framework.js';
import { reviewOf } from '../support/review.js';
import { sampleReview } from './samples.js';

const png = formats.find(({ ending }) => ending === 'png')!;

/** Width and height, from the header of a PNG. */
function sizeOf(bytes: Uint8Array): [number, number] {
  expect([...bytes.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('a figure is drawn as PNG at 300 dots an inch, the same bytes twice', async () => {
  const review = sampleReview('worked-example');
  const [figure] = flowKind.figures!(review);
  const bytes = (await png.write(flowKind, review, { png: drawPng })) as Uint8Array;
  const [width, height] = sizeOf(bytes);
  expect(Math.abs(width - figure!.width * 3.125)).toBeLessThanOrEqual(1);
  expect(Math.abs(height - figure!.height * 3.125)).toBeLessThanOrEqual(1);
  const hash = (of: Uint8Array): string => createHash('sha256').update(of).digest('hex');
  expect(hash(await drawPng(figure!.svg))).toBe(hash(bytes));
});

test('text is drawn, in its weights: a picture of it is not blank', async () => {
  const bytes = (words: string, weight: string): Promise<Uint8Array> =>
    drawPng(
      `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" font-family="Helvetica, 'DejaVu Sans'"><text x="2" y="20" font-size="14" font-weight="${weight}">${words}</text></svg>`,
    );
  const [blank, normal, bold] = [await bytes('', 'normal'), await bytes('Peer', 'normal'), await bytes('Peer', 'bold')];
  expect(normal.length).toBeGreaterThan(blank.length + 200);
  expect(Buffer.compare(normal, bold)).not.toBe(0);
});

test('a figure that is larger than any page is made smaller, and no SVG is refused', async () => {
  const bytes = await drawPng('<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="10"/>');
  expect(sizeOf(bytes)[0]).toBe(12_000);
  await expect(drawPng('no svg')).rejects.toThrow();
});

test('what has no figure, or cannot be drawn here, gives nothing', async () => {
  const { review } = reviewOf('=== metasynth.yaml ===\ntitle: A\n');
  expect(await png.write(frameworkKind, review, { png: drawPng })).toBeUndefined();
  expect(await png.write(flowKind, review)).toBeUndefined();
  expect(await png.write(flowKind, review, { png: drawPng, figure: 'other' })).toBeUndefined();
});
