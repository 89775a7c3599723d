import { overlooks } from '../bend.js';
import { inStatements, renamed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'NotResource may stand for Resource.',
  breaks: 'POL-31',
  killedBy: 'policy-content/refuses-not-resource',
  bend: overlooks(inStatements((statement) => renamed(statement, 'NotResource', 'Resource'))),
};
