import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A key with an escape is lost.',
  breaks: 'POL-08',
  killedBy: 'policy-text/settles-needless-escapes',
  bend: keeps((text) => text.replace(/"\\u0045ffect":"Allow",?/, '')),
};
