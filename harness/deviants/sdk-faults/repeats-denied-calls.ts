import { retries } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A call that was denied access is sent again.',
  breaks: 'SDK-94',
  killedBy: 'sdk-retry/does-not-repeat-what-blames-the-call',
  bend: retries(
    (answer, right) => right || (answer.type === 'serviceError' && answer.code === 'AccessDeniedException'),
  ),
};
