import { errors, ok } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The page of a proxy with status 502 is success.',
  breaks: 'SDK-69',
  killedBy: 'sdk-answers/takes-the-page-of-a-proxy-for-a-failure',
  bend: errors((error) => (error.status === 502 ? ok() : error)),
};
