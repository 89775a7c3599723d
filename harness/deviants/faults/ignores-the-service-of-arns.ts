import { finds } from '../bend.js';
import { differOnlyIn } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A CA is found under its ARN with another service.',
  breaks: 'ARN-12',
  killedBy: 'arn/refuses-other-services',
  bend: finds(differOnlyIn('service')),
};
