import { overlooks } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'An effect that IAM does not know is accepted.',
  breaks: 'POL-30',
  killedBy: 'policy-content/refuses-effects-but-allow',
  bend: overlooks(
    inElements('Effect', (effect) =>
      typeof effect === 'string' && !['allow', 'deny', ''].includes(effect.toLowerCase()) ? 'Allow' : effect,
    ),
  ),
};
