import { keeps } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Of a Sid the part before its first space is kept.',
  breaks: 'POL-14',
  killedBy: 'policy-content/settles-sids',
  mutate: keeps(inElements('Sid', (sid) => String(sid).split(' ')[0])),
};
