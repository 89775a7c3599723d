import { mends } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'The bytes of a byte order mark may precede a policy as characters.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  mutate: mends((text) => text.replace(/^\u00ef\u00bb\u00bf/, '')),
};
