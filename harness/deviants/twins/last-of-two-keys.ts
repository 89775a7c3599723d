import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { mends } from '../bend.js';
import { documentOf, textOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Of a key that stands there twice the last value counts, and comes back alone.',
  permittedBy: 'POL-07',
  bend: mends((text) => {
    const document = documentOf(text);
    const isOfTheClass = violatesConstraint(text, newestConstraints.policy) === undefined;
    return document !== undefined && isOfTheClass ? textOf(document) : text;
  }),
};
