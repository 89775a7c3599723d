import { refusesPolicies } from '../mutate.js';
import { hasStatement, textsOf } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A policy that allows RevokeCertificate is refused.',
  permittedBy: 'POL-25',
  mutate: refusesPolicies(hasStatement(({ Action }) => textsOf(Action).includes('acm-pca:RevokeCertificate'))),
};
