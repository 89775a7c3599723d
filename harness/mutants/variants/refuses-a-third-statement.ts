import { refusesPolicies } from '../mutate.js';
import { documentOf, statementsOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy of more than two statements is refused.',
  permittedBy: 'POL-39',
  mutate: refusesPolicies((text) => statementsOf(documentOf(text)).length > 2),
};
