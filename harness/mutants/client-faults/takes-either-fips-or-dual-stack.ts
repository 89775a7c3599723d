import { url } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'With FIPS and dual stack, the endpoint has FIPS alone.',
  breaks: 'SDK-121',
  killedBy: 'sdk-endpoints/finds-fips-with-dual-stack',
  mutate: url((question) => (question.useFips ? { ...question, useDualStack: false } : question)),
};
