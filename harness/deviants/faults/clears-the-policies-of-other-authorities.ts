import { afterwards, clearOthers } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy on one CA deletes the policies of the others.',
  breaks: 'ISO-01',
  killedBy: 'sequences/keep-authorities-apart',
  bend: afterwards((event) => {
    if (event.operation.kind === 'PutPolicy' && event.right.kind === 'success') clearOthers(event);
  }),
};
