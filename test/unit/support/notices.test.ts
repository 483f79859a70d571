import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticesOf } from '../../../scripts/notices.mjs';

const root = join(import.meta.dirname, '..', '..', '..');

test('what a bundle holds of others is named with its licence, and what is ours is not', () => {
  const text = noticesOf(root, [
    'server/src/lsp/server.ts',
    'node_modules/zod/v4/core/api.js',
    'node_modules/zod/v4/core/util.js',
    'node_modules/pdfjs-dist/legacy/build/pdf.mjs',
  ]);
  expect(text.match(/^\S+ \d+\.\d+\.\d+ \(.*\)$/gm)).toEqual([
    expect.stringMatching(/^pdfjs-dist .* \(Apache-2\.0\)$/),
    expect.stringMatching(/^zod .* \(MIT\)$/),
  ]);
  expect(text).toContain('Permission is hereby granted, free of charge');
});

test('fonts and what draws with them are named as well, and where a licence is that a package does not hold', () => {
  const text = noticesOf(root, [
    'node_modules/@resvg/resvg-wasm/index_bg.wasm',
    'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  ]);
  expect(text).toMatch(/^@resvg\/resvg-wasm .* \(MPL-2\.0\)$/m);
  expect(text).toContain('It is at https://spdx.org/licenses/MPL-2.0.html. The source is at ');
  expect(text).toContain('Bitstream Vera Fonts Copyright');
});
