import { text } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Letters above ASCII arrive as escapes, backslash and all.',
  breaks: 'SDK-09',
  killedBy: 'sdk-request/sends-every-character',
  bend: text('Policy', (policy) =>
    policy.replaceAll(/[\u00a0-\u00ff]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
  ),
};
