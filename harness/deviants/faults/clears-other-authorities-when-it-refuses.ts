import { isRefused } from '../bend.js';
import { afterwards, clearOthers } from '../afterwards.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A refused PutPolicy deletes the policies of the other CAs.',
  breaks: 'GP-07',
  killedBy: 'isolation/refusals-touch-no-other-authority',
  bend: afterwards((event) => {
    if (event.operation.kind === 'PutPolicy' && isRefused(event.right)) clearOthers(event);
  }),
};
