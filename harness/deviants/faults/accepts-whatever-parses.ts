import { accepts } from '../bend.js';
import { documentOf, jsonOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy takes any JSON for a policy that is no object.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  bend: accepts((text) => jsonOf(text) !== undefined && documentOf(text) === undefined),
};
