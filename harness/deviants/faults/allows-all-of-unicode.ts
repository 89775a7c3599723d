import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Every character from U+0020 may stand in a policy.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  bend: overlooks((text) => text.replaceAll(/[\u0100-\uffff]/g, '')),
};
