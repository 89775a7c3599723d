import { finds } from '../bend.js';
import { differOnlyIn } from '../arn-parts.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A CA is found under its ARN with another partition.',
  breaks: 'ARN-08',
  killedBy: 'arn/refuses-other-partitions',
  bend: finds(differOnlyIn('partition')),
};
