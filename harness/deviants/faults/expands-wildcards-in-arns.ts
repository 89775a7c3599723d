import { finds } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A wildcard in an ARN stands for a CA.',
  breaks: 'ARN-02',
  killedBy: 'arn/refuses-malformed-arns',
  bend: finds((asked, known) => asked.endsWith('*') && known.startsWith(asked.slice(0, -1))),
};
