import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Control characters may follow a policy.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  bend: overlooks((text) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')),
};
