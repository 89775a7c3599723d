import { keeps } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A Sid is cut after 64 characters.',
  breaks: 'POL-01',
  killedBy: 'policy-text/settles-long-elements',
  bend: keeps(inElements('Sid', (sid) => (typeof sid === 'string' ? sid.slice(0, 64) : sid))),
};
