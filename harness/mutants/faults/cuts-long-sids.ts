import { keeps } from '../mutate.js';
import { inElements } from '../documents.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A Sid is cut after 64 characters.',
  breaks: 'POL-01',
  killedBy: 'policy-text/settles-long-elements',
  mutate: keeps(inElements('Sid', (sid) => (typeof sid === 'string' ? sid.slice(0, 64) : sid))),
};
