import { refusesPolicies } from '../bend.js';
import { documentOf } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Statements stand in a list of two.',
  permittedBy: 'POL-38',
  bend: refusesPolicies((text) => {
    const statements = documentOf(text)?.['Statement'];
    return !Array.isArray(statements) || statements.length !== 2;
  }),
};
