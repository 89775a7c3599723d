import { overlooks } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Effect may be written in any case.',
  breaks: 'POL-30',
  killedBy: 'policy-content/refuses-effects-but-allow',
  bend: overlooks(inElements('Effect', (effect) => (String(effect).toLowerCase() === 'allow' ? 'Allow' : effect))),
};
