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
