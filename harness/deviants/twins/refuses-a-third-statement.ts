import { refusesPolicies } from '../bend.js';
import { documentOf, statementsOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy of more than two statements is refused.',
  permittedBy: 'POL-39',
  bend: refusesPolicies((text) => statementsOf(documentOf(text)).length > 2),
};
