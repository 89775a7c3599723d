import { overlooks } from '../bend.js';
import { jsonOf, textOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy takes an array of policies.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  bend: overlooks((text) => {
    const value = jsonOf(text);
    return Array.isArray(value) ? textOf(value[0]) : text;
  }),
};
