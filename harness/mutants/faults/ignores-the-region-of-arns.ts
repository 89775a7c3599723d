import { finds } from '../mutate.js';
import { differOnlyIn } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A CA is found under its ARN with another Region.',
  breaks: 'ARN-07',
  killedBy: 'arn/refuses-other-regions',
  mutate: finds(differOnlyIn('region')),
};
