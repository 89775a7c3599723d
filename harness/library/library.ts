// The exports of `pca-conformance`.
// This folder holds the entry points of the package.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderJson } from '../../reports/json.js';
import type { Report } from '../files/report.js';
import type { Target } from '../api/target.js';
import { createLibraryRun, type RunChoice } from './library-run.js';

export { defineTarget, type TargetDefinition } from '../targets/defined-target.js';
export { fromClientMock, type ClientMock, type ClientMockChoice } from '../targets/from-client-mock.js';
export type { Operation } from '../api/operation.js';
export type { Outcome } from '../api/outcome.js';
export type { CheckReport, FailureReport, Report } from '../files/report.js';
export type { PrincipalFacts, PrincipalName, Principals } from '../api/principal.js';
export type { Capability, Target } from '../api/target.js';
export type { RunChoice } from './library-run.js';

/**
 * Judges a target in this process. Resolves with the content of `results.json`, which is written too; rejects only for a fault
 * of the suite itself, or if its folder cannot be written. `report.exit.code` is 0 if the target conforms.
 *
 * @example
 * const report = await runConformance(target, { profile: 'ci', filters: ['POL-*'] });
 * if (report.exit.code !== 0) throw new Error(report.exit.reason);
 */
export async function runConformance(target: Target, choice: RunChoice = {}): Promise<Report> {
  const run = createLibraryRun(target, choice);
  await run.start();
  for (const check of run.checks) await run.reportOf(check);
  const report = await run.finish();
  writeFileSync(join(run.outDir, 'results.json'), renderJson(report));
  return report;
}
