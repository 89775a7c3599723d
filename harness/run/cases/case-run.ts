// What a case is run with, and its results.

import type { Case, Step } from '../../api/case.js';
import type { NamedGrantees } from '../../api/grantees.js';
import type { Outcome } from '../../api/outcome.js';
import type { Protocol } from '../../api/protocol.js';
import type { PrincipalName } from '../../api/principal.js';
import type { ApiCall } from '../../api/raw-request.js';
import type { RequirementId } from '../../catalogue/index.js';
import type { PolicyOperationName } from '../../catalogue/requirement.js';
import type { PolicyOracle } from '../../model/oracle.js';
import type { Violation } from '../judge/belief.js';
import type { RequiredConsistency } from '../judge/levels.js';
import type { RecordedHistory, RecordedInput } from '../judge/recorded-history.js';
import type { AuthorityPool } from '../session/authority-pool.js';
import type { Caller } from '../session/caller/caller.js';
import type { Clock } from '../session/clock.js';
import type { Settling } from '../session/settling.js';
import type { TransientCount } from '../session/transients.js';

export interface CaseContext {
  readonly caller: Caller;
  readonly pool: AuthorityPool;
  readonly oracle: PolicyOracle;
  readonly clock: Clock;
  readonly settling: Settling;
  /** For decisions about calls. */
  readonly settlingDecisions: Settling;
  readonly controls: Controls;
  /** The grantees that exist according to the user. */
  readonly named: NamedGrantees;
  /** The foreign grantees that the user named, or that the target accepted in the run. */
  readonly knownGrantees: Set<string>;
  /** The forms of policies that the target accepted in the run, each with the state of its CA. */
  readonly acceptedForms: Set<string>;
  /** The answers that said nothing about the input, and were requested again. */
  readonly transients: TransientCount;
  /** Absent if cases are not judged by the oracle. */
  readonly reference?: ReferenceJudge | undefined;
  /** Absent if calls follow one another. */
  readonly overlap?: OverlapContext | undefined;
  /** How a case is run, if not on one target and judged by the oracle. */
  readonly runCase?: ((context: CaseContext, subject: Case) => Promise<CaseRun>) | undefined;
}

/** One call of a case as it was made. */
export interface TraceStep {
  readonly role: 'control' | 'subject';
  /** Who made it, if not the owner of the CAs. */
  readonly as?: PrincipalName | undefined;
  readonly operation: ApiCall;
  /** The protocol of a policy operation; JSON unless stated. */
  readonly protocol?: Protocol | undefined;
  /** The call as it was generated, if the case does not have it at the same place. */
  readonly generated?: ApiCall | undefined;
  readonly outcome: Outcome;
}

export type CaseResult =
  | {
      readonly kind: 'holds';
      readonly notes: readonly string[];
      /** Whether an answer was allowed, but is not one of those that are inferred. */
      readonly differs?: boolean | undefined;
    }
  /** A precondition was not met, so that nothing was observed. */
  | { readonly kind: 'not-observed'; readonly reason: string }
  | { readonly kind: 'undecided'; readonly reason: string }
  | { readonly kind: 'not-implemented'; readonly reason: string }
  /** Another requirement was broken before, so that nothing was observed about the judged one. */
  | {
      readonly kind: 'blocked';
      readonly reason: string;
      /** The requirements that may be broken, the most likely first. */
      readonly cites: readonly RequirementId[];
    }
  | {
      readonly kind: 'violated';
      readonly at: number;
      readonly violation: Violation;
      /** Of calls that could overlap, those that show it. */
      readonly needed?: ReadonlySet<RecordedInput> | undefined;
    };

export interface CaseRun {
  readonly result: CaseResult;
  readonly trace: readonly TraceStep[];
  readonly arns: readonly string[];
  /** If calls could overlap: when each was made and answered, in the order of the trace. */
  readonly history?: RecordedHistory | undefined;
  /** The simpler case that fails as well and was run: calls that overlap one after another, calls in CBOR in JSON. */
  readonly simpler?: Case | undefined;
  /** If two targets are compared: the same calls as they were sent to the other one. */
  readonly besides?: Pick<CaseRun, 'trace' | 'arns'> | undefined;
}

/** The result of a case whose controls do not succeed. */
export type Unobserved = Extract<
  CaseResult,
  { readonly kind: 'not-observed' | 'undecided' | 'not-implemented' | 'blocked' }
>;

export interface Controls {
  /** The result that the case would have because a control never succeeds; undefined if it has to be run. */
  predictUnobserved(steps: readonly Step[]): Unobserved | undefined;
  succeeded(operation: PolicyOperationName): void;
  failed(operation: PolicyOperationName, result: Unobserved): void;
}

export interface ReferenceJudge {
  /** Whether a case fails on the reference service, so that its failure on a target shows nothing. */
  fails(subject: Case): Promise<boolean>;
}

/** What a session offers for overlapping calls. */
export interface OverlapContext {
  readonly consistency: RequiredConsistency;
  /** How long a write may take to settle, in milliseconds; 0 if nothing takes time. */
  readonly settleMs: number;
  /** Whether the order of the calls can be controlled. */
  readonly isGated: boolean;
  readonly counts: OverlapCounts;
}

interface OverlapCounts {
  /** Schedules that were run. */
  runs: number;
  /** The number of calls in progress at the same time, so that there is a connection for each. */
  connections: number;
}

export function createOverlapContext(options: Omit<OverlapContext, 'counts'>): OverlapContext {
  return { ...options, counts: { runs: 0, connections: 0 } };
}
