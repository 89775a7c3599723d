import { afterwards, clearOthers } from '../afterwards.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Deleting a CA deletes the policies of the others.',
  breaks: 'ISO-01',
  killedBy: 'sequences/hold-through-states',
  mutate: afterwards((event) => {
    if (event.operation.kind === 'DeleteCertificateAuthority' && event.right.kind === 'success') clearOthers(event);
  }),
};
