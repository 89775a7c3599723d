import { afterwards } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A new CA carries the policy that was put last.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  bend: afterwards(({ operation, arn, accepted, carry }) => {
    const last = [...accepted.values()].at(-1);
    if (operation.kind === 'CreateCertificateAuthority' && last !== undefined)
      carry(arn, last.replaceAll(/arn:[^"]*:certificate-authority[^"]*/g, arn));
  }),
};
