import { mends } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A template of another partition comes back as one of its own.',
  breaks: 'POL-40',
  killedBy: 'policy-content/settles-template-partitions',
  mutate: mends((text) => text.replaceAll(/arn:aws-other:acm-pca:::template/g, 'arn:aws:acm-pca:::template')),
};
