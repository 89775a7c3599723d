import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The header of the request id is known in one spelling alone.',
  breaks: 'SDK-68',
  killedBy: 'sdk-answers/reads-headers-in-any-case',
  mutate: errors((error, { rawNames }) =>
    rawNames.includes('x-amzn-requestid') ? error : { ...error, requestId: null },
  ),
};
