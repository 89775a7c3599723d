import { overlooks } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Half of a surrogate pair becomes U+FFFD and is accepted.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  bend: overlooks((text) => text.replaceAll(/\p{Surrogate}/gu, '')),
};
