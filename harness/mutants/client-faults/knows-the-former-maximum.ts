import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A policy of more than 20,480 characters is refused by the client.',
  breaks: 'SDK-12',
  killedBy: 'sdk-request/sends-the-longest-policy',
  mutate: () => ({
    refusal: ({ input }) =>
      typeof input['Policy'] === 'string' && input['Policy'].length > 20_480
        ? { type: 'transportError', id: '', cause: 'request', message: 'Policy is longer than 20480' }
        : undefined,
  }),
};
