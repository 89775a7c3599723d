import { mends } from '../bend.js';
import { inDocument, inStatements, only } from '../documents.js';
import { documentElements, statementElements } from '../../api/policy-elements.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Elements that IAM does not know are accepted, and are no longer there on read.',
  permittedBy: 'GP-04',
  bend: mends((text) =>
    inStatements((statement) => only(statement, statementElements))(
      inDocument((document) => only(document, documentElements))(text),
    ),
  ),
};
