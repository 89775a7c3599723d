import { partOf } from '../arn-parts.js';
import { overlooks } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A template may be one of another partition.',
  permittedBy: 'POL-40',
  bend: overlooks((text, { arn }) =>
    text.replaceAll(/arn:[^:"]+:acm-pca:::template/g, `arn:${partOf(arn, 'partition')}:acm-pca:::template`),
  ),
};
