import { overlooks } from '../bend.js';
import { inElements, textOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy may name no account.',
  breaks: 'POL-33',
  killedBy: 'policy-content/refuses-other-principals',
  bend: overlooks(
    inElements('Principal', (principal) =>
      ['{}', '{"AWS":[]}'].includes(textOf(principal)) ? { AWS: '444455556666' } : principal,
    ),
  ),
};
