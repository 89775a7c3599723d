import { mends } from '../bend.js';
import { inDocument, inStatements, without } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'What no policy has is accepted and dropped.',
  breaks: 'POL-37',
  killedBy: 'policy-content/settles-unknown-elements',
  bend: mends((text) =>
    inStatements((statement) => without(statement, 'Comment'))(
      inDocument((document) => without(document, 'Comment'))(text),
    ),
  ),
};
