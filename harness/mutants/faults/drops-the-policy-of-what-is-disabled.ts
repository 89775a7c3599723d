import { afterwards } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Disabling a CA drops its policy.',
  breaks: 'DP-01',
  killedBy: 'resource-state/means-its-answers-while-disabled',
  mutate: afterwards(({ operation, arn, carry }) => {
    if (operation.kind === 'UpdateCertificateAuthority' && operation.input.Status === 'DISABLED') carry(arn, undefined);
  }),
};
