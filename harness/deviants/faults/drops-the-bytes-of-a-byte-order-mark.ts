import { mends } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'The bytes of a byte order mark may precede a policy as characters.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  bend: mends((text) => text.replace(/^\u00ef\u00bb\u00bf/, '')),
};
