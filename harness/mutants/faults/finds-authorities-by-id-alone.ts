import { finds } from '../mutate.js';
import { lastPartOf } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A CA is found by the end of its ARN, whatever precedes it.',
  breaks: 'ARN-07',
  killedBy: 'arn/refuses-other-regions',
  mutate: finds((asked, known) => lastPartOf(asked) === lastPartOf(known)),
};
