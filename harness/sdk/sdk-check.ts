// A check on an SDK: a value that tests one requirement on a driver.

import type fc from 'fast-check';
import type { DriverCapability } from '../api/driver.js';
import type { SdkCase, SdkObservation } from '../api/sdk-case.js';
import { sdkRequirements, type SdkRequirementId } from '../catalogue/sdk-requirements.js';
import type { Level } from '../catalogue/requirement.js';
import type { SdkFinding } from './finding.js';
import type { ReportedCheck } from '../results/check-report.js';

export interface SdkCheck {
  /** `sdk-<topic>/<behaviour>`, such as `sdk-request/posts-to-the-root`. */
  readonly id: string;
  readonly requirement: SdkRequirementId;
  /** The claim about the client, verb in the present tense. */
  readonly title: string;
  /** Only where one outcome of the requirement is judged at another level than the rest of it. */
  readonly level?: Level | undefined;
  /** What the driver must be able to do. */
  readonly needs?: readonly DriverCapability[] | undefined;
  /** The input classes; each is exercised in every run. */
  readonly inputClasses: readonly SdkInputClass[];
  /** The one predicate: whether what was seen is as the requirement says. */
  readonly judge: (observation: SdkObservation) => SdkFinding;
}

export interface SdkInputClass {
  readonly id: string;
  readonly cases: fc.Arbitrary<SdkCase>;
  /** How many cases are generated; one, unless stated. */
  readonly runs?: number | undefined;
}

export interface SdkPlan {
  readonly seed: number;
  /** The words of the user that name the driver; undefined for the built-in one. */
  readonly driver: string | undefined;
  /** Runs the cases of a class once there is room for them. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Runs a case, or brings back what it showed before; rejects for a fault of the driver or of the suite. */
  readonly observe: (subject: SdkCase) => Promise<SdkObservation>;
}

/** A case that failed, and what it showed. */
export interface FailingCase {
  readonly inputClass: string;
  readonly observation: SdkObservation;
  readonly finding: SdkFinding & { readonly kind: 'violated' };
}

/** What a wrong answer to the check does to the driver. */
export function sdkLevelOf({ requirement, level }: SdkCheck): Level {
  return level ?? sdkRequirements[requirement].level;
}

/** The guarantee in words, which is also the text of a failure. */
export function guaranteeOf({ title }: SdkCheck): string {
  return `The client ${title}.`;
}

/** What of the check stands in its report. */
export function reportedCheck(check: SdkCheck): ReportedCheck {
  return { ...check, level: sdkLevelOf(check), required: check.inputClasses.length };
}
