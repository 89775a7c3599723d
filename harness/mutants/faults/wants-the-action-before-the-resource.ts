import { refusesPolicies } from '../mutate.js';
import { hasStatement } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A statement whose Resource precedes its Action is refused.',
  breaks: 'POL-08',
  killedBy: 'policy-text/accepts-any-spelling',
  mutate: refusesPolicies(
    hasStatement((statement) => {
      const names = Object.keys(statement);
      return names.includes('Action') && names.indexOf('Action') > names.indexOf('Resource');
    }),
  ),
};
