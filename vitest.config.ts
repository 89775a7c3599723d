// Four projects, each of which can be run alone. `unit` needs neither a build nor another process; `end-to-end` starts what
// was built; `clients` runs emulators, SDKs and browsers; `conformance` runs the checks, from the source, on the built-in target.

import { defineConfig } from 'vitest/config';

const tests = '{suites,generators,harness,reports}/**/*.test.ts';
const endToEnd = 'harness/**/end-to-end/*.test.ts';
const clients = '{harness,reports}/**/*.client.test.ts';
const timeouts = { testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: [tests], exclude: [endToEnd, clients], ...timeouts } },
      { test: { name: 'end-to-end', include: [endToEnd], exclude: [clients], ...timeouts } },
      { test: { name: 'clients', include: [clients], ...timeouts } },
      {
        test: {
          name: 'conformance',
          include: ['suites/conformance.suite.ts'],
          pool: 'threads',
        },
      },
    ],
    // Many tests wait for processes and sockets.
    maxWorkers: '150%',
  },
});
