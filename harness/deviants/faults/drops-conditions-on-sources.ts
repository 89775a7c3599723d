import { reads } from '../bend.js';
import { inElements, without, isDraft } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'GetPolicy returns no ArnEquals.',
  breaks: 'GP-03',
  killedBy: 'get-policy/returns-what-was-put',
  bend: reads(
    inElements('Condition', (condition) => (isDraft(condition) ? without(condition, 'ArnEquals') : condition)),
  ),
};
