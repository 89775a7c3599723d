import { ownerIn } from '../arn-parts.js';
import { overlooks } from '../bend.js';
import { inStatements } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Everybody is accepted as principal without a condition.',
  permittedBy: 'POL-34',
  bend: overlooks(
    inStatements((statement) =>
      statement['Principal'] === '*' ? { ...statement, Principal: { AWS: ownerIn(statement['Resource']) } } : statement,
    ),
  ),
};
