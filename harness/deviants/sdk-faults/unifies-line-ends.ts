import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A carriage return and line feed becomes a line feed.',
  breaks: 'SDK-10',
  killedBy: 'sdk-request/keeps-white-space',
  bend: text('Policy', (policy) => policy.replaceAll('\r\n', '\n')),
};
