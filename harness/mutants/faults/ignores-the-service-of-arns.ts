import { finds } from '../mutate.js';
import { differOnlyIn } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A CA is found under its ARN with another service.',
  breaks: 'ARN-12',
  killedBy: 'arn/refuses-other-services',
  mutate: finds(differOnlyIn('service')),
};
