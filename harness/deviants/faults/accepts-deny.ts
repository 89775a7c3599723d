import { overlooks } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement may deny.',
  breaks: 'POL-30',
  killedBy: 'policy-content/refuses-effects-but-allow',
  bend: overlooks(inElements('Effect', (effect) => (effect === 'Deny' ? 'Allow' : effect))),
};
