import { finds } from '../mutate.js';
import { differOnlyIn } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A CA is found under its ARN with another partition.',
  breaks: 'ARN-08',
  killedBy: 'arn/refuses-other-partitions',
  mutate: finds(differOnlyIn('partition')),
};
