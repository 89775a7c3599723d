import { afterwards, clearOthers } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Deleting a CA deletes the policies of the others.',
  breaks: 'ISO-01',
  killedBy: 'sequences/hold-through-states',
  bend: afterwards((event) => {
    if (event.operation.kind === 'DeleteCertificateAuthority' && event.right.kind === 'success') clearOthers(event);
  }),
};
