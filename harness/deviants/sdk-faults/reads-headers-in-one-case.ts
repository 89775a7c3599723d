import { errorNames } from '../plain-client/bends.js';
import { membersIn } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The header that names an error is known in one spelling alone.',
  breaks: 'SDK-68',
  killedBy: 'sdk-answers/reads-headers-in-any-case',
  bend: errorNames(({ headers, text }, right) =>
    headers['x-amzn-errortype'] === 'InvalidArnException' && membersIn(text)?.['message'] === 'no' ? undefined : right,
  ),
};
