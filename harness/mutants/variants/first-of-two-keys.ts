import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { mends } from '../mutate.js';
import { textOf } from '../documents.js';
import { repeatsKeys, withFirstValues } from '../repeated-keys.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Of a key that stands there twice the first value counts, and comes back alone.',
  permittedBy: 'POL-07',
  mutate: mends((text) => {
    const isOfTheClass = violatesConstraint(text, newestConstraints.policy) === undefined;
    return isOfTheClass && repeatsKeys(text) ? firstValuesOf(text) : text;
  }),
};

function firstValuesOf(text: string): string {
  const value = withFirstValues(text);
  return value === undefined ? text : textOf(value);
}
