import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A comma may follow the last member.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  bend: overlooks((text) => text.replaceAll(/,(\s*[}\]])/g, '$1')),
};
