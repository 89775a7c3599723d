import { overlooks } from '../bend.js';
import { jsonOf } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy takes a policy that is a JSON string.',
  breaks: 'POL-05',
  killedBy: 'policy-text/refuses-what-is-no-json-object',
  bend: overlooks((text) => {
    const value = jsonOf(text);
    return typeof value === 'string' ? value : text;
  }),
};
