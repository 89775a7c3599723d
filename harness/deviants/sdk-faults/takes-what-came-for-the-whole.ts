import { ok } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A body that ended early is success without members.',
  breaks: 'SDK-70',
  killedBy: 'sdk-answers/notices-a-body-cut-short',
  bend: () => ({ readPartial: () => ok() }),
};
