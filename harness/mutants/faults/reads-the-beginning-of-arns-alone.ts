import { finds } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'What follows the id of a CA in an ARN is not read.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  mutate: finds((asked, known) => asked.startsWith(known)),
};
