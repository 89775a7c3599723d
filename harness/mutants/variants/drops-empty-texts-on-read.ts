import { reads } from '../mutate.js';
import { inDocument, inStatements, without } from '../documents.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A Sid and an Id without characters come back as none.',
  permittedBy: 'GP-04',
  mutate: reads((text) =>
    inStatements((statement) => (statement['Sid'] === '' ? without(statement, 'Sid') : statement))(
      inDocument((document) => (document['Id'] === '' ? without(document, 'Id') : document))(text),
    ),
  ),
};
