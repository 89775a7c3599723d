import { afterwards } from '../afterwards.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A restored CA has no policy.',
  permittedBy: 'ST-03',
  mutate: afterwards(({ operation, arn, carry }) => {
    if (operation.kind === 'RestoreCertificateAuthority') carry(arn, undefined);
  }),
};
