import { url } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The endpoint of every region of the partition aws is that of us-east-1.',
  breaks: 'SDK-116',
  killedBy: 'sdk-endpoints/finds-regions',
  bend: url((question) => (question.region === 'eu-central-1' ? { ...question, region: 'us-east-1' } : question)),
};
