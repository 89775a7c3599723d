import { reads } from '../bend.js';
import { jsonOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns the characters for which escapes stand.',
  breaks: 'GP-05',
  killedBy: 'get-policy/stays-within-its-characters',
  bend: reads((text) => JSON.stringify(jsonOf(text))),
};
