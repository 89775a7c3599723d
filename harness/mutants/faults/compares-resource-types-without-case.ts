import { finds } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The resource type of an ARN may be written in upper case.',
  breaks: 'ARN-03',
  killedBy: 'arn/refuses-other-resource-types',
  mutate: finds((asked, known) => asked.replace(/:[A-Z-]+\//, (type) => type.toLowerCase()) === known),
};
