import { ok, outputs } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'JSON that breaks off is success with what was there.',
  breaks: 'SDK-71',
  killedBy: 'sdk-answers/notices-json-cut-short',
  bend: outputs((right, { text }) => (right.type === 'ok' || text.startsWith('<') ? right : ok())),
};
