import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The bytes of UTF-8 are taken for characters and encoded again.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  bend: text('Policy', (policy) => Buffer.from(policy).toString('latin1')),
};
