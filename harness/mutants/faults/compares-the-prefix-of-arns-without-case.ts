import { finds } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'An ARN may begin with ARN.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  mutate: finds((asked, known) => asked.replace(/^ARN:/, 'arn:') === known),
};
