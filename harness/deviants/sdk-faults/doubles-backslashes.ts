import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Backslashes in a policy are escaped once too often.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  bend: text('Policy', (policy) => policy.replaceAll('\\', '\\\\')),
};
