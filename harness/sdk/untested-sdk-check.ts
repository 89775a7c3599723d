// The part of the report of a check that was not run.

import type { CheckReport } from '../files/report.js';
import type { CheckVerdict } from '../files/verdicts.js';
import { sdkLevelOf, type SdkCheck } from './sdk-check.js';

export function untestedSdkCheck(check: SdkCheck, verdict: CheckVerdict, reason: string): CheckReport {
  return {
    id: check.id,
    requirement: check.requirement,
    level: sdkLevelOf(check),
    title: check.title,
    verdict,
    reason,
    observed: 0,
    required: check.inputClasses.length,
    inputClasses: check.inputClasses.map(({ id }) => ({ id, cases: 0, observed: 0, rejected: 0, distinct: 0 })),
    notes: [],
    failures: [],
  };
}
