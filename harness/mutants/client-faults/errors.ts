// What the checks of suites/sdk/errors.ts notice: clients that read errors incorrectly.

import { clientFaults } from '../client-mutant.js';
import { errorNames, errors, ok } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';

export const errorFaults = clientFaults('sdk-errors', {
  'does-not-know-lockouts': {
    fault: 'LockoutPreventedException is called UnknownError.',
    breaks: 'SDK-40',
    killedBy: 'reports-declared-errors-by-name',
    mutate: errors((error) =>
      error.code === 'LockoutPreventedException' ? { ...error, code: 'UnknownError' } : error,
    ),
  },
  'gives-all-errors-one-name': {
    fault: 'Every error of the service is called ServiceException.',
    breaks: 'SDK-40',
    killedBy: 'reports-declared-errors-by-name',
    mutate: errors((error) => ({ ...error, code: 'ServiceException' })),
  },
  'has-one-type-for-all-errors': {
    fault: 'Every error has the type ClientException.',
    breaks: 'SDK-41',
    killedBy: 'has-a-type-for-every-declared-error',
    mutate: errors((error) => ({ ...error, className: 'ClientException' })),
  },
  'takes-one-type-for-another': {
    fault: 'An invalid policy has the type of an invalid ARN.',
    breaks: 'SDK-41',
    killedBy: 'has-a-type-for-every-declared-error',
    mutate: errors((error) =>
      error.code === 'InvalidPolicyException' ? { ...error, className: 'InvalidArnException' } : error,
    ),
  },
  'cuts-messages-at-a-quote': {
    fault: 'The message of an error ends at its first quote.',
    breaks: 'SDK-42',
    killedBy: 'reports-the-message',
    mutate: errors((error) => ({ ...error, message: error.message?.split('"', 1)[0] ?? null })),
  },
  'replaces-messages': {
    fault: 'The message of an error is a text of the client.',
    breaks: 'SDK-42',
    killedBy: 'reports-the-message',
    mutate: errors((error) => ({ ...error, message: 'The request failed.' })),
  },
  'takes-not-found-for-404': {
    fault: 'What is not found is reported with status 404, which no answer had.',
    breaks: 'SDK-43',
    killedBy: 'reports-the-status',
    mutate: errors((error) => (error.code === 'ResourceNotFoundException' ? { ...error, status: 404 } : error)),
  },
  'hides-the-request-id': {
    fault: 'The request id of errors about policies is not told, though that of others is.',
    breaks: 'SDK-44',
    killedBy: 'reports-the-request-id',
    mutate: errors((error) => (error.code === 'InvalidStateException' ? { ...error, requestId: null } : error)),
  },
  'makes-request-ids-up': {
    fault: 'The client tells an id of its own as that of the request.',
    breaks: 'SDK-44',
    killedBy: 'reports-the-request-id',
    mutate: errors((error) => ({ ...error, requestId: 'client-1' })),
  },
  'keeps-the-address-of-names': {
    fault: 'An address after the name of an error stays.',
    breaks: 'SDK-45',
    killedBy: 'reads-names-with-a-namespace',
    mutate: errorNames(({ text }, right) => {
      const name = membersIn(text)?.['__type'];
      return typeof name === 'string' ? name.split('#').at(-1) : right;
    }),
  },
  'keeps-the-namespace-of-names': {
    fault: 'A namespace before the name of an error stays.',
    breaks: 'SDK-45',
    killedBy: 'reads-names-with-a-namespace',
    mutate: errorNames(({ text }, right) => {
      const name = membersIn(text)?.['__type'];
      return typeof name === 'string' ? name.split(':', 1)[0] : right;
    }),
  },
  'takes-the-address-for-the-name': {
    fault: 'Of a name with an address after it and no namespace before it, the address counts.',
    breaks: 'SDK-45',
    killedBy: 'reads-names-with-a-url',
    mutate: errorNames(({ text }, right) => {
      const name = membersIn(text)?.['__type'];
      return typeof name === 'string' && !name.includes('#') && name.includes(':') ? name.split(':').at(-1) : right;
    }),
  },
  'looks-for-names-in-bodies-alone': {
    fault: 'The header that names an error is not read.',
    breaks: 'SDK-46',
    killedBy: 'reads-names-from-the-header',
    mutate: errorNames(({ headers, text }, right) =>
      headers['x-amzn-errortype'] === undefined || membersIn(text)?.['__type'] !== undefined ? right : undefined,
    ),
  },
  'does-not-read-the-code': {
    fault: 'The member code is not read.',
    breaks: 'SDK-47',
    killedBy: 'reads-names-from-the-code',
    mutate: errorNames(({ text }, right) => (membersIn(text)?.['code'] === undefined ? right : undefined)),
  },
  'breaks-on-unknown-errors': {
    fault: 'An error that the model does not know ends in a failure of the client.',
    breaks: 'SDK-49',
    killedBy: 'reports-unknown-errors-by-name',
    mutate: errors((error) =>
      error.code === 'BrandNewException'
        ? { type: 'transportError', id: '', cause: 'other', message: 'no such shape' }
        : error,
    ),
  },
  'calls-denied-access-a-fault-of-the-wire': {
    fault: 'AccessDeniedException is reported as a failure of the transport.',
    breaks: 'SDK-50',
    killedBy: 'reports-common-errors-by-name',
    mutate: errors((error) =>
      error.code === 'AccessDeniedException'
        ? { type: 'transportError', id: '', cause: 'other', message: 'access denied' }
        : error,
    ),
  },
  'needs-a-message': {
    fault: 'An error without a message has no name either.',
    breaks: 'SDK-51',
    killedBy: 'reports-errors-without-a-message',
    mutate: errors((error) =>
      error.message === null || error.message === '' ? { ...error, code: 'UnknownError' } : error,
    ),
  },
  'swallows-not-found': {
    fault: 'An answer with status 404 is success without a policy.',
    breaks: 'SDK-52',
    killedBy: 'reports-error-statuses-as-failures',
    mutate: errors((error) => (error.status === 404 ? ok() : error)),
  },
  'takes-errors-without-a-name-for-success': {
    fault: 'An error without a name is success.',
    breaks: 'SDK-52',
    killedBy: 'reports-error-statuses-as-failures',
    mutate: errors((error) => (error.code === null ? ok() : error)),
  },
  'breaks-on-unknown-members-of-errors': {
    fault: 'An error with a member that the model does not know cannot be read.',
    breaks: 'SDK-53',
    killedBy: 'ignores-unknown-members',
    mutate: errors((error, { text }) => {
      const names = Object.keys(membersIn(text) ?? {});
      return names.some((name) => !['__type', 'code', 'message', 'Message'].includes(name))
        ? { type: 'transportError', id: '', cause: 'answer', message: 'unknown member' }
        : error;
    }),
  },
  'names-errors-by-their-status': {
    fault: 'An error with status 404 is not found, whatever its name.',
    breaks: 'SDK-54',
    killedBy: 'identifies-errors-by-name',
    mutate: errors((error) =>
      error.status === 404 && error.code === 'InvalidStateException'
        ? { ...error, code: 'ResourceNotFoundException' }
        : error,
    ),
  },
});
