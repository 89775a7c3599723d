import { partOf } from '../arn-parts.js';
import { overlooks } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A template may be one of another partition.',
  permittedBy: 'POL-40',
  mutate: overlooks((text, { arn }) =>
    text.replaceAll(/arn:[^:"]+:acm-pca:::template/g, `arn:${partOf(arn, 'partition')}:acm-pca:::template`),
  ),
};
