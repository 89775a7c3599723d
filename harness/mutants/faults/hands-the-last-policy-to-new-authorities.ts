import { afterwards } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A new CA carries the policy that was put last.',
  breaks: 'GP-01',
  killedBy: 'get-policy/says-when-there-is-none',
  mutate: afterwards(({ operation, arn, accepted, carry }) => {
    const last = [...accepted.values()].at(-1);
    if (operation.kind === 'CreateCertificateAuthority' && last !== undefined)
      carry(arn, last.replaceAll(/arn:[^"]*:certificate-authority[^"]*/g, arn));
  }),
};
