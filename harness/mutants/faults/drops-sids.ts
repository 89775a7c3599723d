import { reads } from '../mutate.js';
import { inStatements, without } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'GetPolicy returns the statements without their Sids.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  mutate: reads(inStatements((statement) => without(statement, 'Sid'))),
};
