import { finds } from '../bend.js';
import { differOnlyIn } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A CA is found under its ARN with another Region.',
  breaks: 'ARN-07',
  killedBy: 'arn/refuses-other-regions',
  bend: finds(differOnlyIn('region')),
};
