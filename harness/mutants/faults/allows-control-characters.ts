import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Control characters may follow a policy.',
  breaks: 'POL-03',
  killedBy: 'policy-text/refuses-other-characters',
  mutate: overlooks((text) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')),
};
