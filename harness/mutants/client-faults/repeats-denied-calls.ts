import { retries } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call that was denied access is sent again.',
  breaks: 'SDK-94',
  killedBy: 'sdk-retry/does-not-repeat-what-blames-the-call',
  mutate: retries(
    (answer, right) => right || (answer.type === 'serviceError' && answer.code === 'AccessDeniedException'),
  ),
};
