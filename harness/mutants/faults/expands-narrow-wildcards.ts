import { mends } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A wildcard that covers one action comes back as that action.',
  breaks: 'POL-28',
  killedBy: 'policy-content/settles-narrow-wildcards',
  mutate: mends((text) => text.replaceAll('IssueCertificat?', 'IssueCertificate')),
};
