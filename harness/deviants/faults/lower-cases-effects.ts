import { reads } from '../bend.js';
import { inStatements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns the effect of a first statement that has a condition in lower case.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  bend: reads(
    inStatements((statement, index) =>
      index === 0 && 'Condition' in statement ? { ...statement, Effect: 'allow' } : statement,
    ),
  ),
};
