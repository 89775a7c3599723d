import { reads } from '../bend.js';
import { inStatements, without } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns the statements without their Sids.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  bend: reads(inStatements((statement) => without(statement, 'Sid'))),
};
