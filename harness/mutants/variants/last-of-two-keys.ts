import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { mends } from '../mutate.js';
import { documentOf, textOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Of a key that stands there twice the last value counts, and comes back alone.',
  permittedBy: 'POL-07',
  mutate: mends((text) => {
    const document = documentOf(text);
    const isOfTheClass = violatesConstraint(text, newestConstraints.policy) === undefined;
    return document !== undefined && isOfTheClass ? textOf(document) : text;
  }),
};
