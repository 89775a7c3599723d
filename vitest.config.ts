// Two projects: `self` tests the suite, `conformance` runs the checks, from the source, on the built-in target.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'self',
          include: ['{suites,generators,harness,reports}/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'conformance',
          include: ['suites/conformance.suite.ts'],
          pool: 'threads',
        },
      },
    ],
  },
});
