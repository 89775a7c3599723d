import { url } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'With dual stack, the endpoint is the one without.',
  breaks: 'SDK-120',
  killedBy: 'sdk-endpoints/finds-dual-stack',
  bend: url((question) => (question.useFips ? question : { ...question, useDualStack: false })),
};
