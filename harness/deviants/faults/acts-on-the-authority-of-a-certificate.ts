import { finds } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The ARN of a certificate stands for the CA that issued it.',
  breaks: 'ARN-06',
  killedBy: 'arn/refuses-certificate-arns',
  bend: finds((asked, known) => asked.startsWith(`${known}/certificate/`)),
};
