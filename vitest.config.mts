import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    // The core is pure: no test of it needs a process of its own.
    pool: 'threads',
  },
});
