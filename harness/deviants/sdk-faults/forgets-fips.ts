import { url } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'With FIPS, the endpoint is the one without.',
  breaks: 'SDK-119',
  killedBy: 'sdk-endpoints/finds-fips',
  bend: url((question) => (question.useDualStack ? question : { ...question, useFips: false })),
};
