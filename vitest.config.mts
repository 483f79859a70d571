import { defineConfig } from 'vitest/config';
import { bytesForTests } from './scripts/bytes.mjs';
import { pdfjsForTests } from './scripts/pdfjs.mjs';

export default defineConfig({
  plugins: [pdfjsForTests(), bytesForTests()],
  test: {
    include: ['test/unit/**/*.test.ts'],
    setupFiles: ['test/unit/support/seed.ts'],
    // A guard against what never ends; no measure of speed.
    testTimeout: 60_000,
    // The core is pure: no test of it needs a process of its own.
    pool: 'threads',
  },
});
