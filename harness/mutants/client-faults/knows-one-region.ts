import { url } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The endpoint of every region of the partition aws is that of us-east-1.',
  breaks: 'SDK-116',
  killedBy: 'sdk-endpoints/finds-regions',
  mutate: url((question) => (question.region === 'eu-central-1' ? { ...question, region: 'us-east-1' } : question)),
};
