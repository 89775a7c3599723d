import { accepts } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy takes the name of a file for what is in it.',
  breaks: 'WIRE-06',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  bend: accepts((text) => /^[\w:/]+\.json$/.test(text)),
};
