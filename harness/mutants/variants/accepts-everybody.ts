import { ownerIn } from '../arn-parts.js';
import { overlooks } from '../mutate.js';
import { inStatements } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Everybody is accepted as principal without a condition.',
  permittedBy: 'POL-34',
  mutate: overlooks(
    inStatements((statement) =>
      statement['Principal'] === '*' ? { ...statement, Principal: { AWS: ownerIn(statement['Resource']) } } : statement,
    ),
  ),
};
