import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Each write goes out twice.',
  breaks: 'SDK-16',
  killedBy: 'sdk-request/sends-a-call-once',
  bend: () => ({ copiesOf: ({ operation }) => (operation === 'GetPolicy' ? 1 : 2) }),
};
