import { afterwards } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Enabling a CA again drops its policy.',
  breaks: 'DP-01',
  killedBy: 'resource-state/means-its-answers-while-disabled',
  bend: afterwards(({ operation, arn, carry }) => {
    if (operation.kind === 'UpdateCertificateAuthority' && operation.input.Status === 'ACTIVE') carry(arn, undefined);
  }),
};
