// The test function for the command line: gives each test its own folder and fake services, and removes them afterwards.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'vitest';
import { resultsSchema, type Report } from '../files/report.js';
import { startFakeService, type FakeService, type FakeServiceOptions } from './fake-service.js';

export interface CliFixtures {
  /** An empty folder outside the repository. */
  readonly folder: string;
  readonly serve: (options?: FakeServiceOptions) => Promise<FakeService>;
}

export const test = base.extend<CliFixtures>({
  folder: async ({}, use) => {
    const { path, remove } = temporaryFolder();
    await use(path);
    remove();
  },
  serve: async ({}, use) => {
    const started: FakeService[] = [];
    await use(async (options) => {
      const service = await startFakeService(options);
      started.push(service);
      return service;
    });
    for (const service of started) await service.stop();
  },
});

export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** An empty folder outside the repository, for tests that share it. */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'pca-conformance-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The results that a run wrote to its folder, which must match their schema. */
export function readResults(outDir: string): Report {
  return resultsSchema.parse(JSON.parse(readFileSync(join(outDir, 'results.json'), 'utf8')));
}
