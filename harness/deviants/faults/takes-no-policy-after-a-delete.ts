import { bendEach, refusal } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'PutPolicy is refused where a policy was deleted and nothing happened since.',
  breaks: 'PP-01',
  killedBy: 'sequences/keep-the-last-policy',
  bend: bendEach(false, ({ operation, ask, memory: wasDeleted, remember }) => {
    remember(operation.kind === 'DeletePolicy');
    return operation.kind === 'PutPolicy' && wasDeleted ? refusal('InvalidStateException') : ask(operation);
  }),
};
