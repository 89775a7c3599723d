import { members } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A missing ARN goes out as null.',
  breaks: 'SDK-14',
  killedBy: 'sdk-request/makes-no-member-up',
  bend: members((sent) => ({ ResourceArn: null, ...sent })),
};
