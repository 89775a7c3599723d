import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Each write goes out twice.',
  breaks: 'SDK-16',
  killedBy: 'sdk-request/sends-a-call-once',
  mutate: () => ({ copiesOf: ({ operation }) => (operation === 'GetPolicy' ? 1 : 2) }),
};
