import { overlooks } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Effect may be empty or null.',
  breaks: 'POL-30',
  killedBy: 'policy-content/refuses-effects-but-allow',
  bend: overlooks(inElements('Effect', (effect) => (effect === '' || effect === null ? 'Allow' : effect))),
};
