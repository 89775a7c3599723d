import { refusesPolicies } from '../mutate.js';
import { documentOf } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A policy whose first element is not Version is invalid.',
  breaks: 'POL-08',
  killedBy: 'policy-text/accepts-any-spelling',
  mutate: refusesPolicies((text) => {
    const [first] = Object.keys(documentOf(text) ?? {});
    return first !== undefined && first !== 'Version';
  }),
};
