// Dispatches concurrent calls to the service; the only place that has and changes its state.

import { setTimeout as delay } from 'node:timers/promises';
import type { Operation, OperationName } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { CallInterceptor } from '../api/overlap.js';
import type { CallerFacts } from '../api/principal.js';
import type { Protocol } from '../api/protocol.js';
import type { CallContext, Service } from '../api/service.js';
import type { Certificates, Peek } from './certificates.js';

export interface Dispatcher<State> {
  /** Resolves with the answer once every change that it may reveal is durable. */
  perform(operation: Operation, caller?: CallerFacts, protocol?: Protocol): Promise<Outcome>;
  /** The current state of the service. */
  state(): State;
}

export interface DispatchOptions<State> {
  readonly service: Service<State>;
  readonly initial: State;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly certificates: Certificates;
  readonly onChange: () => void;
  /** Resolves when every change so far has been saved; undefined if there is nothing to save. */
  readonly saved: () => Promise<void> | undefined;
  /** Handles concurrent calls; by default each takes effect when it arrives. */
  readonly intercept?: CallInterceptor | undefined;
  /** How long reads do not show a change; by default not at all. */
  readonly visibilityLagMs?: number | undefined;
}

export function createDispatcher<State>(options: DispatchOptions<State>): Dispatcher<State> {
  const { service, nowMs, certificates, onChange, saved, intercept } = options;
  const pause = createPauses();
  let state = options.initial;
  const past = createPast(state, options.visibilityLagMs ?? 0);
  const peekAs =
    (caller?: CallerFacts) =>
    (operation: Operation): Outcome =>
      service.step(state, operation, { atMs: nowMs(), caller }).outcome;
  const commitAs =
    (caller?: CallerFacts) =>
    (operation: Operation): Outcome => {
      const { outcome, next } = service.step(state, operation, { atMs: nowMs(), caller });
      if (next !== state) {
        onChange();
        past.changed(next, nowMs());
      }
      state = next;
      return outcome;
    };
  const readLate = (operation: Operation, caller?: CallerFacts): Outcome => {
    const context: CallContext = { atMs: nowMs(), caller };
    return service.step(past.visibleAt(context.atMs), operation, context).outcome;
  };
  const isLate = ({ kind }: Operation): boolean => (options.visibilityLagMs ?? 0) > 0 && lateReads.includes(kind);
  const performNow = async (operation: Operation, caller?: CallerFacts, protocol?: Protocol): Promise<Outcome> => {
    const [peek, commit] = [peekAs(caller), commitAs(caller)];
    if (certificates.concerns(operation)) {
      return performWithCertificates({ certificates, operation, peek, commit, peekAsOwner: peekAs() });
    }
    return intercept?.({ operation, protocol, step: commit, peek, pause, delay: pass, nowMs }) ?? commit(operation);
  };
  return {
    state: () => state,
    async perform(operation, caller, protocol) {
      const outcome = isLate(operation) ? readLate(operation, caller) : await performNow(operation, caller, protocol);
      // Reads wait as well, because what they return must not be lost afterwards.
      const pending = saved();
      if (pending !== undefined) await pending;
      return outcome;
    },
  };
}

/** The reads that may lag behind a change. */
const lateReads: readonly OperationName[] = [
  'GetPolicy',
  'DescribeCertificateAuthority',
  'ListCertificateAuthorities',
  'ListPermissions',
  'ListTags',
];

/** A former state of the service. */
function createPast<State>(
  initial: State,
  lagMs: number,
): { changed(state: State, atMs: number): void; visibleAt(atMs: number): State } {
  let changes: readonly { readonly state: State; readonly atMs: number }[] = [{ state: initial, atMs: -Infinity }];
  return {
    changed(state, atMs) {
      if (lagMs === 0) return;
      const oldest = changes.findLastIndex((change) => change.atMs + lagMs <= atMs);
      changes = [...changes.slice(oldest), { state, atMs }];
    },
    visibleAt: (atMs) => changes.findLast((change) => change.atMs + lagMs <= atMs)?.state ?? initial,
  };
}

/** Pauses of 1 to 4 ms in turn, so that calls overtake each other. */
function createPauses(): () => Promise<void> {
  let count = 0;
  return () => {
    count += 1;
    return pass(1 + ((count * 7) % 4));
  };
}

function pass(durationMs: number): Promise<void> {
  return delay(durationMs);
}

interface CallWithCertificates {
  readonly certificates: Certificates;
  readonly operation: Operation;
  readonly peek: Peek;
  readonly commit: (operation: Operation) => Outcome;
  /** Reads the configuration of a CA, whoever calls. */
  readonly peekAsOwner: Peek;
}

/** Keys and signatures take time, so the state may change between reading and changing it. */
async function performWithCertificates(call: CallWithCertificates): Promise<Outcome> {
  const { certificates, operation, peek, commit, peekAsOwner } = call;
  const expected = peek(operation);
  if (expected.kind !== 'success') return expected;
  const objection = await certificates.objectionTo(operation, peekAsOwner);
  if (objection !== undefined) return { kind: 'service-error', ...objection };
  const outcome = commit(operation);
  if (outcome.kind !== 'success') return outcome;
  return { kind: 'success', output: await certificates.complete(operation, outcome.output, peekAsOwner) };
}
