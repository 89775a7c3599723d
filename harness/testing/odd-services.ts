// Services for the tests of the command line: the reference service, and variants of it with one unusual property each.

import type { Operation } from '../api/operation.js';
import { success, type Outcome } from '../api/outcome.js';
import type { Service, Transition } from '../api/service.js';
import { referenceService } from '../model/reference-service.js';
import { withAuthority, type ServiceState } from '../model/state/state.js';

export const wellBehaved = referenceService({ partition: 'aws', region: 'us-east-1', account: '111122223333' });

/** Accepts no policy at all, so that the refusal of a bad one shows nothing. */
export const refusesEveryPolicy = withOddity((state, { kind }) =>
  kind === 'PutPolicy' ? stay(state, refusal('InvalidPolicyException')) : undefined,
);

/** Stores whatever text it is given. */
export const acceptsEveryPolicy = withOddity((state, operation) => {
  if (operation.kind !== 'PutPolicy') return undefined;
  const { ResourceArn: arn, Policy: policy } = operation.input;
  const authority = state.authorities.get(arn);
  if (authority === undefined) return undefined;
  return { outcome: success({}), next: withAuthority(state, { ...authority, policy }) };
});

/** Stores these texts, and answers every other invalid policy with an undocumented error. */
export function acceptsOnlyTheseFlaws(texts: readonly string[]): Service<ServiceState> {
  return withOddity((state, operation) => {
    if (operation.kind !== 'PutPolicy') return undefined;
    if (texts.includes(operation.input.Policy)) return stay(state, success({}));
    return wellBehaved.step(state, operation).outcome.kind === 'success'
      ? undefined
      : stay(state, refusal('OddException'));
  });
}

/** Refuses invalid policies with an undocumented error. */
export const refusesOddly = acceptsOnlyTheseFlaws([]);

/** Reports that it deleted a CA, and keeps it. */
export const keepsEveryAuthority = withOddity((state, { kind }) =>
  kind === 'DeleteCertificateAuthority' ? stay(state, success({})) : undefined,
);

/** Has no operation to delete CAs. */
export const removesNoAuthority = withOddity((state, { kind }) =>
  kind === 'DeleteCertificateAuthority' ? stay(state, refusal('UnknownOperationException')) : undefined,
);

/** Erases the screen, starts a window title, returns the carriage, turns the text around, and adds an 8-bit control. */
const hostileText = '\u001b[2J\u001b]0;owned\u0007\r\u202e\u2066\u009b31m\u0000PASS';

/** Answers every policy with hostile texts: in names and messages of errors, and in the policy that is read. */
export const answersInHostileText = withOddity((state, operation) => {
  if (operation.kind === 'GetPolicy') return stay(state, success({ Policy: hostileText }));
  if (operation.kind !== 'PutPolicy' || wellBehaved.step(state, operation).outcome.kind === 'success') return undefined;
  return stay(state, refusal(`Odd${hostileText}Exception`, hostileText));
});

/** Creates no CA, and answers with a hostile text. */
export const refusesAuthoritiesInHostileText = withOddity((state, { kind }) =>
  kind === 'CreateCertificateAuthority' ? stay(state, refusal(`Odd${hostileText}`, hostileText)) : undefined,
);

/** Gives each CA an ARN with hostile text, under which nothing can be deleted. */
export const namesAuthoritiesInHostileText = withOddity((state, operation) => {
  switch (operation.kind) {
    case 'CreateCertificateAuthority':
      return stay(state, success({ CertificateAuthorityArn: hostileText }));
    case 'DescribeCertificateAuthority':
      return stay(state, success({ CertificateAuthority: { Status: hostileText } }));
    default:
      return undefined;
  }
});

/** Describes a CA with a date that the SDK cannot read, and that the SDK's warning contains. */
export const datesAuthoritiesInHostileText = withOddity((state, operation) => {
  if (operation.kind !== 'DescribeCertificateAuthority') return undefined;
  const { outcome } = wellBehaved.step(state, operation);
  if (outcome.kind !== 'success') return undefined;
  const described = outcome.output['CertificateAuthority'];
  return stay(state, success({ CertificateAuthority: { ...Object(described), CreatedAt: `1${hostileText}` } }));
});

/** Undefined leaves the answer to the reference service. */
type Oddity = (state: ServiceState, operation: Operation) => Transition<ServiceState> | undefined;

function withOddity(odd: Oddity): Service<ServiceState> {
  return {
    initial: wellBehaved.initial,
    step: (state, operation) => odd(state, operation) ?? wellBehaved.step(state, operation),
  };
}

function stay(state: ServiceState, outcome: Outcome): Transition<ServiceState> {
  return { outcome, next: state };
}

function refusal(error: string, message?: string): Outcome {
  return { kind: 'service-error', error, status: 400, message };
}
