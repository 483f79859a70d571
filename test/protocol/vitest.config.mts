import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/protocol/**/*.test.ts'],
    // Each test starts a process of its own and waits for it.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
