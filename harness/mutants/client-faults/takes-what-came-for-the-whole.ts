import { ok } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A body that ended early is success without members.',
  breaks: 'SDK-70',
  killedBy: 'sdk-answers/notices-a-body-cut-short',
  mutate: () => ({ readPartial: () => ok() }),
};
