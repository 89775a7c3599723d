import { refuses } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy demands an ACTIVE CA.',
  breaks: 'ST-05',
  killedBy: 'resource-state/works-while-pending',
  bend: refuses(['PutPolicy'], 'InvalidStateException', ({ input }, _right, { peek }) => {
    const described = peek({
      kind: 'DescribeCertificateAuthority',
      input: { CertificateAuthorityArn: input.ResourceArn },
    });
    return JSON.stringify(described).includes('"PENDING_CERTIFICATE"');
  }),
};
