import { url } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'With dual stack, the endpoint is the one without.',
  breaks: 'SDK-120',
  killedBy: 'sdk-endpoints/finds-dual-stack',
  mutate: url((question) => (question.useFips ? question : { ...question, useDualStack: false })),
};
