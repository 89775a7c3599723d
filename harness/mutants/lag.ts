// Reads that show a change only after some time.

import { isPolicyOperation, type Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { mutate, type ServiceMutation } from './mutate.js';

interface Lag {
  readonly lagMs: number;
  /** The policies that a successful call changes, by ARN; empty if it changes nothing. */
  readonly namesOf: (operation: Operation, outcome: Outcome) => readonly string[];
  readonly readOf: (arn: string) => Operation;
  readonly isRead: (operation: Operation) => boolean;
}

/** A change, with the answer of a read before it. */
interface Change {
  readonly arn: string;
  readonly atMs: number;
  readonly before: Outcome;
}

/** Answers a read as before the oldest change that is not old enough to be visible. */
export function showsLate({ lagMs, namesOf, readOf, isRead }: Lag): ServiceMutation {
  return mutate<readonly Change[]>([], ({ operation, atMs, memory, remember, ask, peek }) => {
    const unseen = memory.filter((change) => change.atMs > atMs - lagMs);
    const named = authorityOf(operation);
    if (isRead(operation)) return unseen.find(({ arn }) => arn === named)?.before ?? ask(operation);
    const beforeOf = peek(readOf(named));
    const outcome = ask(operation);
    if (outcome.kind !== 'success') return outcome;
    const changes = namesOf(operation, outcome).map((arn) => ({
      arn,
      atMs,
      before: arn === named ? beforeOf : missing,
    }));
    if (changes.length > 0) remember([...unseen, ...changes]);
    return outcome;
  });
}

/** The answer of a read for a CA that is not visible yet. */
const missing: Outcome = { kind: 'service-error', error: 'ResourceNotFoundException', status: 400 };

export function showsPoliciesLate(lagMs: number): ServiceMutation {
  return showsLate({
    lagMs,
    namesOf: (operation) => (isPolicyOperation(operation) ? [operation.input.ResourceArn] : []),
    readOf: (arn) => ({ kind: 'GetPolicy', input: { ResourceArn: arn } }),
    isRead: ({ kind }) => kind === 'GetPolicy',
  });
}

/** The ARN of the CA that a call names; empty if it names none. */
export function authorityOf(operation: Operation): string {
  if (isPolicyOperation(operation)) return operation.input.ResourceArn;
  return 'CertificateAuthorityArn' in operation.input ? operation.input.CertificateAuthorityArn : '';
}
