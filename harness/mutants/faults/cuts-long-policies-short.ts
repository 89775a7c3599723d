import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'What stands beyond 20,000 characters of a policy is lost.',
  breaks: 'POL-01',
  killedBy: 'policy-text/keeps-long-policies',
  mutate: keeps((text) => text.slice(0, 20_000)),
};
