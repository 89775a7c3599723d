import { overlooks } from '../bend.js';
import { inStatements, renamed } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'NotAction may stand for Action.',
  breaks: 'POL-44',
  killedBy: 'policy-content/refuses-not-action',
  bend: overlooks(inStatements((statement) => renamed(statement, 'NotAction', 'Action'))),
};
