import { url } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'With FIPS, the endpoint is the one without.',
  breaks: 'SDK-119',
  killedBy: 'sdk-endpoints/finds-fips',
  mutate: url((question) => (question.useDualStack ? question : { ...question, useFips: false })),
};
