import { mends } from '../mutate.js';
import { inDocument, inStatements, only } from '../documents.js';
import { documentElements, statementElements } from '../../api/policy-elements.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Elements that IAM does not know are accepted, and are no longer there on read.',
  permittedBy: 'GP-04',
  mutate: mends((text) =>
    inStatements((statement) => only(statement, statementElements))(
      inDocument((document) => only(document, documentElements))(text),
    ),
  ),
};
