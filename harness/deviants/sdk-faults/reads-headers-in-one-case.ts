import { errors } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The header of the request id is known in one spelling alone.',
  breaks: 'SDK-68',
  killedBy: 'sdk-answers/reads-headers-in-any-case',
  bend: errors((error, { rawNames }) =>
    rawNames.includes('x-amzn-requestid') ? error : { ...error, requestId: null },
  ),
};
