import { policyRead } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The bytes of an answer are taken for characters.',
  breaks: 'SDK-62',
  killedBy: 'sdk-answers/hands-the-policy-on',
  bend: policyRead((policy) => Buffer.from(policy).toString('latin1')),
};
