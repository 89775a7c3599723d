import { overlooks } from '../mutate.js';
import { inStatements } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy is accepted whatever its statements name as their resource, and whether they name one.',
  permittedBy: 'POL-31',
  mutate: overlooks((text, { arn }) =>
    inStatements((statement) => ('NotResource' in statement ? statement : { ...statement, Resource: arn }))(text),
  ),
};
