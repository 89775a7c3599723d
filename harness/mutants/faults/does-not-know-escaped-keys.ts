import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A key with an escape is lost.',
  breaks: 'POL-08',
  killedBy: 'policy-text/settles-needless-escapes',
  mutate: keeps((text) => text.replace(/"\\u0045ffect":"Allow",?/, '')),
};
