import { keeps } from '../bend.js';
import { inElements } from '../documents.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Of a Sid the part before its first space is kept.',
  breaks: 'POL-14',
  killedBy: 'policy-content/settles-sids',
  bend: keeps(inElements('Sid', (sid) => String(sid).split(' ')[0])),
};
