// Watches for a target that stops answering.

import type { Outcome } from '../../../api/outcome.js';
import type { ApiCall } from '../../../api/raw-request.js';
import type { Send } from './send.js';

/** After so many calls in a row that lost their connection, the others wait for the target to come back. */
export const waitAfterCalls = 5;

/**
 * After so many calls in a row without an answer the run ends as inconclusive. They are counted by operation, and
 * the counts are added: if CAs are still created, the policy operations may be dead together, each in its own way.
 */
export const deadAfterCalls = 20;

export interface SilenceWatch {
  watched(send: Send): Send;
  /** Only an answer counts: if overlap alone causes silence, that is for the check to find out. */
  watchedForAnswers(send: Send): Send;
  /** Whether the target seems to be gone, but may come back. */
  isAway(): boolean;
  /** Why the target counts as dead; undefined if it does not. */
  death(): string | undefined;
}

/** How often in a row an operation was not answered, and why the last time. */
interface Silence {
  readonly reason: string;
  readonly calls: number;
  /** Those of them that lost their connection. */
  readonly lost: number;
}

export function createSilenceWatch(): SilenceWatch {
  const silences = new Map<ApiCall['kind'], Silence>();
  const sum = (count: (silence: Silence) => number): number =>
    [...silences.values()].reduce((total, silence) => total + count(silence), 0);
  const note = (kind: ApiCall['kind'], outcome: Outcome, reason: string): void => {
    const { calls = 0, lost = 0 } = silences.get(kind) ?? {};
    const isLost = outcome.kind === 'transport-error';
    silences.set(kind, { reason, calls: calls + 1, lost: lost + (isLost ? 1 : 0) });
  };
  return {
    watched: (send) => async (call, options) => {
      const outcome = await send(call, options);
      const reason = silenceOf(outcome);
      if (reason === undefined) silences.delete(call.kind);
      else note(call.kind, outcome, reason);
      return outcome;
    },
    watchedForAnswers: (send) => async (call, options) => {
      const outcome = await send(call, options);
      if (silenceOf(outcome) === undefined) silences.delete(call.kind);
      return outcome;
    },
    isAway: () => sum(({ lost }) => lost) >= waitAfterCalls,
    death() {
      if (sum(({ calls }) => calls) < deadAfterCalls) return undefined;
      const reason = [...silences.values()].at(-1)?.reason ?? '';
      return `${deadAfterCalls} calls of ${[...silences.keys()].join(' and ')} in a row were not answered: ${reason}`;
    },
  };
}

/** Why there was no answer; undefined if there was one. */
function silenceOf(outcome: Outcome): string | undefined {
  if (outcome.kind === 'transport-error') return outcome.reason;
  return outcome.kind === 'timeout' ? `nothing within ${outcome.deadlineMs} ms` : undefined;
}
