import { policyRead } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A policy that is read is trimmed.',
  breaks: 'SDK-62',
  killedBy: 'sdk-answers/hands-the-policy-on',
  bend: policyRead((policy) => policy.trim()),
};
