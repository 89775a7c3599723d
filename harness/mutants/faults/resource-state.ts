// What the checks of suites/resource-state.ts notice: faults that depend on the state of a CA.

import { success } from '../../api/outcome.js';
import { afterwards } from '../afterwards.js';
import { faults } from '../mutant.js';
import { answers, isRefused, mutate, refusal, refusesIn, statusOf, stores } from '../mutate.js';

export const resourceStateFaults = faults('resource-state', {
  'insists-on-active': {
    fault: 'PutPolicy demands an ACTIVE CA.',
    breaks: 'ST-05',
    killedBy: 'works-while-pending',
    mutate: refusesIn('PENDING_CERTIFICATE', 'InvalidStateException', ['PutPolicy']),
  },
  'refuses-to-delete-while-pending': {
    fault: 'DeletePolicy demands a CA with a certificate.',
    breaks: 'ST-05',
    killedBy: 'works-while-pending',
    mutate: refusesIn('PENDING_CERTIFICATE', 'InvalidStateException', ['DeletePolicy']),
  },
  'refuses-to-read-while-pending': {
    fault: 'GetPolicy demands a CA with a certificate.',
    breaks: 'ST-05',
    killedBy: 'works-while-pending',
    mutate: refusesIn('PENDING_CERTIFICATE', 'InvalidStateException', ['GetPolicy']),
  },
  'loses-puts-while-active': {
    fault: 'On an ACTIVE CA PutPolicy succeeds and keeps nothing.',
    breaks: 'PP-01',
    killedBy: 'works-while-active',
    mutate: stores(({ right, arn, peek }) =>
      right.kind === 'success' && statusOf({ peek }, arn) === 'ACTIVE' ? null : undefined,
    ),
  },
  'refuses-while-active': {
    fault: 'The operations are refused on an ACTIVE CA.',
    breaks: 'ST-04',
    killedBy: 'works-while-active',
    mutate: refusesIn('ACTIVE', 'InvalidStateException'),
  },
  'answers-null-while-disabled': {
    fault: 'On a DISABLED CA without a policy GetPolicy succeeds with null.',
    breaks: 'GP-01',
    killedBy: 'answers-while-disabled',
    mutate: answers(['GetPolicy'], (right, { input }, call) =>
      isRefused(right) && statusOf(call, input.ResourceArn) === 'DISABLED' ? success({ Policy: null }) : undefined,
    ),
  },
  'calls-disabled-a-validation-error': {
    fault: 'On a DISABLED CA GetPolicy answers ValidationException.',
    breaks: 'ST-04',
    killedBy: 'answers-while-disabled',
    mutate: refusesIn('DISABLED', 'ValidationException', ['GetPolicy']),
  },
  'finds-no-disabled-authority': {
    fault: 'A DISABLED CA is not found.',
    breaks: 'ST-04',
    killedBy: 'answers-while-disabled',
    mutate: refusesIn('DISABLED', 'ResourceNotFoundException'),
  },
  'hides-policies-while-disabled': {
    fault: 'On a DISABLED CA GetPolicy finds no policy.',
    breaks: 'ST-04',
    killedBy: 'answers-while-disabled',
    mutate: refusesIn('DISABLED', 'ResourceNotFoundException', ['GetPolicy']),
  },
  'prevents-lockouts-while-disabled': {
    fault: 'On a DISABLED CA DeletePolicy answers LockoutPreventedException.',
    breaks: 'ST-04',
    killedBy: 'answers-while-disabled',
    mutate: refusesIn('DISABLED', 'LockoutPreventedException', ['DeletePolicy']),
  },
  'changes-while-disabled-what-it-refuses-to': {
    fault: 'On a DISABLED CA puts and deletes are refused, and done.',
    breaks: 'GP-07',
    killedBy: 'keeps-changes-made-while-disabled',
    mutate: answers(['PutPolicy', 'DeletePolicy'], (_right, { input }, call) =>
      statusOf(call, input.ResourceArn) === 'DISABLED' ? refusal('InvalidStateException') : undefined,
    ),
  },
  'drops-the-policy-of-what-is-disabled': {
    fault: 'Disabling a CA drops its policy.',
    breaks: 'DP-01',
    killedBy: 'keeps-changes-made-while-disabled',
    mutate: afterwards(({ operation, arn, carry }) => {
      if (operation.kind === 'UpdateCertificateAuthority' && operation.input.Status === 'DISABLED')
        carry(arn, undefined);
    }),
  },
  'drops-the-policy-of-what-is-enabled': {
    fault: 'Enabling a CA again drops its policy.',
    breaks: 'DP-01',
    killedBy: 'keeps-changes-made-while-disabled',
    mutate: afterwards(({ operation, arn, carry }) => {
      if (operation.kind === 'UpdateCertificateAuthority' && operation.input.Status === 'ACTIVE') carry(arn, undefined);
    }),
  },
  'forgets-what-is-deleted-while-disabled': {
    fault: 'On a DISABLED CA DeletePolicy succeeds and deletes nothing.',
    breaks: 'DP-01',
    killedBy: 'keeps-changes-made-while-disabled',
    mutate: mutate(undefined, ({ operation, ask, peek }) =>
      operation.kind === 'DeletePolicy' && statusOf({ peek }, operation.input.ResourceArn) === 'DISABLED'
        ? peek(operation)
        : ask(operation),
    ),
  },
  'forgets-what-is-put-while-disabled': {
    fault: 'On a DISABLED CA PutPolicy succeeds and keeps nothing.',
    breaks: 'PP-01',
    killedBy: 'keeps-changes-made-while-disabled',
    mutate: mutate(undefined, ({ operation, ask, peek }) =>
      operation.kind === 'PutPolicy' && statusOf({ peek }, operation.input.ResourceArn) === 'DISABLED'
        ? peek(operation)
        : ask(operation),
    ),
  },
  'restores-a-policy-that-was-deleted-before': {
    fault: 'A restored CA has the last policy that it ever had.',
    breaks: 'ST-03',
    killedBy: 'keeps-or-drops-the-policy-when-restored',
    mutate: afterwards(({ operation, arn, accepted, carry }) => {
      if (operation.kind === 'RestoreCertificateAuthority') carry(arn, accepted.get(arn));
    }),
  },
  'takes-no-policy-once-restored': {
    fault: 'A restored CA accepts no policy.',
    breaks: 'ST-03',
    killedBy: 'keeps-or-drops-the-policy-when-restored',
    mutate: mutate<readonly string[]>([], ({ operation, ask, memory: arns, remember }) => {
      if (operation.kind === 'RestoreCertificateAuthority')
        remember([...arns, operation.input.CertificateAuthorityArn]);
      const isRestored = operation.kind === 'PutPolicy' && arns.includes(operation.input.ResourceArn);
      return isRestored ? refusal('InvalidStateException') : ask(operation);
    }),
  },
  'answers-nothing-while-deleted': {
    fault: 'On a DELETED CA GetPolicy succeeds with {}.',
    breaks: 'ST-04',
    killedBy: 'answers-while-deleted',
    mutate: answers(['GetPolicy'], (_right, { input }, call) =>
      statusOf(call, input.ResourceArn) === 'DELETED' ? success() : undefined,
    ),
  },
  'calls-deleted-a-validation-error': {
    fault: 'On a DELETED CA the operations answer ValidationException.',
    breaks: 'ST-04',
    killedBy: 'answers-while-deleted',
    mutate: refusesIn('DELETED', 'ValidationException'),
  },
});
