import { mends } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A wildcard that covers one action comes back as that action.',
  breaks: 'POL-28',
  killedBy: 'policy-content/settles-narrow-wildcards',
  bend: mends((text) => text.replaceAll('IssueCertificat?', 'IssueCertificate')),
};
