import { finds } from '../mutate.js';
import { lastPartOf } from '../arn-parts.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The id of a CA stands for its ARN.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  mutate: finds((asked, known) => asked === lastPartOf(known)),
};
