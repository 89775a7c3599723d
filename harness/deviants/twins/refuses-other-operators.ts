import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A condition has the operators of the published policies.',
  permittedBy: 'POL-41',
  bend: refusesPolicies(
    hasStatement(({ Condition }) =>
      Object.keys(Condition ?? {}).some(
        (operator) => !['StringEquals', 'StringNotEquals', 'ArnEquals'].includes(operator),
      ),
    ),
  ),
};
