import { mends } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A Sid that is a number comes back as a text.',
  breaks: 'POL-14',
  killedBy: 'policy-content/settles-sids',
  bend: mends(inElements('Sid', (sid) => (typeof sid === 'number' ? String(sid) : sid))),
};
