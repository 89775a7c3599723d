import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A statement whose Resource precedes its Action is refused.',
  breaks: 'POL-08',
  killedBy: 'policy-text/accepts-any-spelling',
  bend: refusesPolicies(
    hasStatement((statement) => {
      const names = Object.keys(statement);
      return names.includes('Action') && names.indexOf('Action') > names.indexOf('Resource');
    }),
  ),
};
