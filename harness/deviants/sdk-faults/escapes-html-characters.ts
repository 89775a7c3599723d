import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Angle brackets and ampersands in a policy arrive as escapes, as some encoders write them.',
  breaks: 'SDK-11',
  killedBy: 'sdk-request/keeps-the-spelling-of-json',
  bend: text('Policy', (policy) => policy.replaceAll('&', String.raw`\u0026`)),
};
