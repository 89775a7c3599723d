import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'What stands beyond 20,000 characters of a policy is lost.',
  breaks: 'POL-01',
  killedBy: 'policy-text/keeps-long-policies',
  bend: keeps((text) => text.slice(0, 20_000)),
};
