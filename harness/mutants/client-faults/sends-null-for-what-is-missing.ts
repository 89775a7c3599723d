import { members } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A missing ARN goes out as null.',
  breaks: 'SDK-14',
  killedBy: 'sdk-request/makes-no-member-up',
  mutate: members((sent) => ({ ResourceArn: null, ...sent })),
};
