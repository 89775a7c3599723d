import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Another template than that for end entities comes back as that.',
  breaks: 'POL-26',
  killedBy: 'policy-content/settles-templates',
  mutate: keeps((text) =>
    text.replaceAll(/template\/(EndEntity\w+Auth|BlankEndEntity|CodeSigning)\w*\//g, 'template/EndEntityCertificate/'),
  ),
};
