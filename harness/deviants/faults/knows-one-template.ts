import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Another template than that for end entities comes back as that.',
  breaks: 'POL-26',
  killedBy: 'policy-content/settles-templates',
  bend: keeps((text) =>
    text.replaceAll(/template\/(EndEntity\w+Auth|BlankEndEntity|CodeSigning)\w*\//g, 'template/EndEntityCertificate/'),
  ),
};
