import { afterwards, clearOthers } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'DeletePolicy deletes the policies of all CAs.',
  breaks: 'ISO-01',
  killedBy: 'isolation/acts-on-the-named-authority-alone',
  bend: afterwards((event) => {
    if (event.operation.kind === 'DeletePolicy' && event.right.kind === 'success') clearOthers(event);
  }),
};
