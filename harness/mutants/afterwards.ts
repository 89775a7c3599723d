// Faults that show later: a call has its right effect and answer, and then policies change once more.

import { isPolicyOperation, type Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import { mutate, createdArn, type ServiceMutation } from './mutate.js';

/** A call that was answered correctly. */
export interface Event {
  readonly operation: Operation;
  readonly right: Outcome;
  /** The CA that the call names or created. */
  readonly arn: string;
  /** The policy that each CA accepted last, including this call; also if it was deleted since. */
  readonly accepted: ReadonlyMap<string, string>;
  /** Puts that policy on a CA, or removes its policy. */
  readonly carry: (arn: string, policy: string | undefined) => void;
}

export function afterwards(act: (event: Event) => void): ServiceMutation {
  return mutate<ReadonlyMap<string, string>>(new Map(), ({ operation, ask, memory, remember }) => {
    const right = ask(operation);
    const arn = createdArn(operation, right) ?? namedArn(operation);
    const isAccepted = operation.kind === 'PutPolicy' && right.kind === 'success';
    const accepted = isAccepted ? new Map([...memory, [arn, operation.input.Policy]]) : memory;
    remember(accepted);
    act({
      operation,
      right,
      arn,
      accepted,
      carry: (ResourceArn, Policy) => {
        if (Policy === undefined) ask({ kind: 'DeletePolicy', input: { ResourceArn } });
        else ask({ kind: 'PutPolicy', input: { ResourceArn, Policy } });
      },
    });
    return right;
  });
}

/** Removes the policies of all CAs but one. */
export function clearOthers({ arn, accepted, carry }: Event): void {
  for (const other of accepted.keys()) if (other !== arn) carry(other, undefined);
}

function namedArn(operation: Operation): string {
  if (isPolicyOperation(operation)) return operation.input.ResourceArn;
  return 'CertificateAuthorityArn' in operation.input ? operation.input.CertificateAuthorityArn : '';
}
