import { refusesPolicies } from '../bend.js';
import { documentOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A policy whose first element is not Version is invalid.',
  breaks: 'POL-08',
  killedBy: 'policy-text/accepts-any-spelling',
  bend: refusesPolicies((text) => {
    const [first] = Object.keys(documentOf(text) ?? {});
    return first !== undefined && first !== 'Version';
  }),
};
