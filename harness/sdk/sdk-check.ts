// A check on an SDK: a value that tests one requirement on a driver.

import type fc from 'fast-check';
import type { DriverCapability } from '../api/driver.js';
import { protocols, type Protocol } from '../api/protocol.js';
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
  /** Only if one outcome of the requirement is judged at another level than the rest of it. */
  readonly level?: Level | undefined;
  /** Only if it judges one protocol of a requirement that holds in both. */
  readonly protocol?: Protocol | undefined;
  /** What the driver must be able to do. */
  readonly needs?: readonly DriverCapability[] | undefined;
  /** The input classes; each is exercised in every run. */
  readonly inputClasses: readonly SdkInputClass[];
  /** The predicate: whether the observations satisfy the requirement. */
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
  /** In which the client is judged. */
  readonly protocols: readonly Protocol[];
  /** The user's words that name the driver; undefined for the built-in one. */
  readonly driver: string | undefined;
  /** Runs the cases of a class once there is capacity for them. */
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Runs a case, or returns its earlier result; rejects for a fault of the driver or of the suite. */
  readonly observe: (subject: SdkCase, protocol: Protocol) => Promise<SdkObservation>;
}

/** A case that failed, and what was observed. */
export interface FailingCase {
  readonly inputClass: string;
  readonly observation: SdkObservation;
  readonly finding: SdkFinding & { readonly kind: 'violated' };
}

/** The effect of a wrong answer to the check on the driver's verdict. */
export function sdkLevelOf({ requirement, level }: SdkCheck): Level {
  return level ?? sdkRequirements[requirement].level;
}

/** The guarantee as text, which is also the text of a failure. */
export function guaranteeOf({ title }: SdkCheck): string {
  return `The client ${title}.`;
}

/** The protocols of a client, of those in which it is judged, to which the check applies. */
export function protocolsOf(
  { requirement, protocol }: SdkCheck,
  judged: readonly Protocol[] = protocols,
): readonly Protocol[] {
  const only = protocol ?? sdkRequirements[requirement].protocol;
  return judged.filter((each) => only === undefined || each === only);
}

/** The parts of the check that are in the report on a client that is judged in these protocols. */
export function reportedCheck(check: SdkCheck, judged: readonly Protocol[]): ReportedCheck {
  const required = check.inputClasses.length * protocolsOf(check, judged).length;
  return { ...check, level: sdkLevelOf(check), required };
}
