import { finds } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Control characters in an ARN are taken away.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  mutate: finds((asked, known) => asked.replaceAll(/[\u0000-\u001f]/g, '') === known),
};
