import { mutate, refusal } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A restored CA takes no policy.',
  breaks: 'ST-03',
  killedBy: 'resource-state/keeps-or-drops-the-policy-once-restored',
  mutate: mutate<readonly string[]>([], ({ operation, ask, memory: arns, remember }) => {
    if (operation.kind === 'RestoreCertificateAuthority') remember([...arns, operation.input.CertificateAuthorityArn]);
    const isRestored = operation.kind === 'PutPolicy' && arns.includes(operation.input.ResourceArn);
    return isRestored ? refusal('InvalidStateException') : ask(operation);
  }),
};
