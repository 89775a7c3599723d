import { refusesPolicies } from '../bend.js';
import { hasStatement, textsOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy that allows RevokeCertificate is refused.',
  permittedBy: 'POL-25',
  bend: refusesPolicies(hasStatement(({ Action }) => textsOf(Action).includes('acm-pca:RevokeCertificate'))),
};
