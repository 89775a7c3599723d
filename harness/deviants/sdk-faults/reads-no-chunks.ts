import { ok, outputs } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An answer without a length is taken for an empty one.',
  breaks: 'SDK-67',
  killedBy: 'sdk-answers/reads-chunks',
  bend: outputs((right, { headers }) => (headers['content-length'] === undefined ? ok() : right)),
};
