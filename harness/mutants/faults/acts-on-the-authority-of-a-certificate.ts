import { finds } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The ARN of a certificate stands for the CA that issued it.',
  breaks: 'ARN-06',
  killedBy: 'arn/refuses-certificate-arns',
  mutate: finds((asked, known) => asked.startsWith(`${known}/certificate/`)),
};
