import { reads } from '../bend.js';
import { inDocument, inStatements, without } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A Sid and an Id without characters come back as none.',
  permittedBy: 'GP-04',
  bend: reads((text) =>
    inStatements((statement) => (statement['Sid'] === '' ? without(statement, 'Sid') : statement))(
      inDocument((document) => (document['Id'] === '' ? without(document, 'Id') : document))(text),
    ),
  ),
};
