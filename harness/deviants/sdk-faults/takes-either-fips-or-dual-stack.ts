import { url } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'With FIPS and dual stack, the endpoint has FIPS alone.',
  breaks: 'SDK-121',
  killedBy: 'sdk-endpoints/finds-fips-with-dual-stack',
  bend: url((question) => (question.useFips ? { ...question, useDualStack: false } : question)),
};
