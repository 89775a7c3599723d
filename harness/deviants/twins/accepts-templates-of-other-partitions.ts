import { overlooks } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A template may be one of another partition.',
  permittedBy: 'POL-40',
  bend: overlooks((text) => text.replaceAll('arn:aws-other:acm-pca:::template', 'arn:aws:acm-pca:::template')),
};
