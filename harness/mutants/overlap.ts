// What mutants and variants of overlapping calls have in common: access to the other calls in progress.

import { isPolicyOperation, type PolicyOperation } from '../api/operation.js';
import type { Protocol } from '../api/protocol.js';
import { policyTextOf, type Outcome } from '../api/outcome.js';
import { handleDirectly, type PendingCall, type CallInterceptor } from '../api/overlap.js';

export interface MetCall extends PendingCall {
  readonly operation: PolicyOperation;
  /** The other calls in progress, in the order of their arrival. */
  readonly others: () => readonly PolicyOperation[];
  /** Those of them that were made in the other protocol. */
  readonly inOtherProtocol: () => readonly PolicyOperation[];
  /** The calls that were in progress at any time since this one arrived. */
  readonly met: () => readonly PolicyOperation[];
  /** How many calls arrived before this one. */
  readonly place: number;
}

/** Handles policy operations in its own way. `begin` creates the state of a host; everything else is correct. */
export function amongOthers(begin: () => (call: MetCall) => Promise<Outcome>): () => CallInterceptor {
  return () => {
    const answer = begin();
    const underWay = new Set<Meeting>();
    let place = 0;
    return async (call) => {
      const { operation, protocol = 'json' } = call;
      if (!isPolicyOperation(operation)) return handleDirectly(call);
      const own: Meeting = { operation, protocol, met: [...underWay].map((other) => other.operation) };
      for (const other of underWay) other.met.push(operation);
      underWay.add(own);
      const others = (): readonly PolicyOperation[] =>
        [...underWay].filter((other) => other !== own).map((other) => other.operation);
      const inOtherProtocol = (): readonly PolicyOperation[] =>
        [...underWay].filter((other) => other.protocol !== protocol).map((other) => other.operation);
      place += 1;
      try {
        return await answer({ ...call, operation, others, inOtherProtocol, met: () => own.met, place: place - 1 });
      } finally {
        underWay.delete(own);
      }
    };
  };
}

interface Meeting {
  readonly operation: PolicyOperation;
  readonly protocol: Protocol;
  readonly met: PolicyOperation[];
}

export function isWrite({ kind }: PolicyOperation): boolean {
  return kind !== 'GetPolicy';
}

export function isOnSame(operation: PolicyOperation): (other: PolicyOperation) => boolean {
  return ({ input }) => input.ResourceArn === operation.input.ResourceArn;
}

/** Whether one of the calls is a write to the same CA. */
export function hasRival(operation: PolicyOperation, others: readonly PolicyOperation[]): boolean {
  return others.some((other) => isWrite(other) && isOnSame(operation)(other));
}

/** The current policy of the CA; undefined if it has none. */
export function policyNow({ peek, operation }: Pick<MetCall, 'peek' | 'operation'>): string | undefined {
  return policyTextOf(peek({ kind: 'GetPolicy', input: { ResourceArn: operation.input.ResourceArn } }));
}

/** Sets the policy of the CA, or removes it. */
export function restore({ step }: Pick<PendingCall, 'step'>, arn: string, policy: string | undefined): void {
  if (policy === undefined) step({ kind: 'DeletePolicy', input: { ResourceArn: arn } });
  else step({ kind: 'PutPolicy', input: { ResourceArn: arn, Policy: policy } });
}

export function refusedForNow(status = 400): Outcome {
  return { kind: 'service-error', error: 'ConcurrentModificationException', status };
}

/** Never resolves. */
export function silence(): Promise<Outcome> {
  return new Promise(() => {});
}
