import { overlooks } from '../bend.js';
import { inStatements } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy is accepted whatever its statements name as their resource, and whether they name one.',
  permittedBy: 'POL-31',
  bend: overlooks((text, { arn }) =>
    inStatements((statement) => ('NotResource' in statement ? statement : { ...statement, Resource: arn }))(text),
  ),
};
