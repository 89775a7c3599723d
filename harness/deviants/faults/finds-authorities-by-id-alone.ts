import { parseAuthorityArn } from '../../api/resource-arn.js';
import { bend } from '../bend.js';
import { isPolicyOperation } from '../../api/operation.js';
import type { Deviant } from '../deviant.js';

/** The ARNs that were created, to be found again by what follows the last slash. */
export const deviant: Deviant = {
  fault: 'A CA is found by the end of its ARN, whatever precedes it.',
  breaks: 'ARN-07',
  killedBy: 'arn/refuses-other-regions',
  bend: bend<readonly string[]>([], ({ operation, ask, memory: arns, remember }) => {
    if (isPolicyOperation(operation)) {
      const id = operation.input.ResourceArn.split('/').at(-1);
      const found = arns.find((arn) => parseAuthorityArn(arn)?.id === id) ?? operation.input.ResourceArn;
      const meant = { ...operation, input: { ...operation.input, ResourceArn: found } };
      return ask(meant as typeof operation);
    }
    const outcome = ask(operation);
    const made = outcome.kind === 'success' ? outcome.output['CertificateAuthorityArn'] : undefined;
    if (operation.kind === 'CreateCertificateAuthority' && typeof made === 'string') remember([...arns, made]);
    return outcome;
  }),
};
