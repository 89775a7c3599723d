import { afterwards } from '../afterwards.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A restored CA has no policy.',
  permittedBy: 'ST-03',
  bend: afterwards(({ operation, arn, carry }) => {
    if (operation.kind === 'RestoreCertificateAuthority') carry(arn, undefined);
  }),
};
