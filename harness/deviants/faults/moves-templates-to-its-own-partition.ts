import { mends } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A template of another partition comes back as one of its own.',
  breaks: 'POL-40',
  killedBy: 'policy-content/settles-template-partitions',
  bend: mends((text) => text.replaceAll(/arn:aws-other:acm-pca:::template/g, 'arn:aws:acm-pca:::template')),
};
