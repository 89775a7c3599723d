// Two projects: `self` tests the suite, `conformance` runs it from the source on the built-in target.

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
          testTimeout: 0,
          hookTimeout: 0,
          provide: {
            hostedRun: {
              suiteVersion: '',
              runId: 'pca-builtin',
              config: {
                target: 'builtin',
                region: 'us-east-1',
                accessKey: 'AKIDEXAMPLE',
                secretKey: 'example',
                capabilities: {},
                modelRevision: '2025-02-11',
                profile: 'smoke',
                seed: 1,
                casesPerInputClass: 1,
                level: 'any-of',
                filters: [],
                concurrency: 1,
                consistency: 'linearizable',
                callTimeoutMs: 5_000,
                settleMs: 0,
                untilBudgetEnds: false,
                outDir: '.pca/conformance',
              },
            },
          },
        },
      },
    ],
  },
});
