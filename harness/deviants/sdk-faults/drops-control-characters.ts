import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Characters from U+0080 to U+009F are dropped.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  bend: text('Policy', (policy) => policy.replaceAll(/[\u0080-\u009f]/g, '')),
};
