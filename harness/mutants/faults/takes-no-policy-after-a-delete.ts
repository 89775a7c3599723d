import { mutateEach, refusal } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'PutPolicy is refused where a policy was deleted and nothing happened since.',
  breaks: 'PP-01',
  killedBy: 'sequences/keep-the-last-policy',
  mutate: mutateEach(false, ({ operation, ask, memory: wasDeleted, remember }) => {
    remember(operation.kind === 'DeletePolicy');
    return operation.kind === 'PutPolicy' && wasDeleted ? refusal('InvalidStateException') : ask(operation);
  }),
};
