import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The body is written in Latin-1.',
  breaks: 'SDK-05',
  killedBy: 'sdk-request/sends-an-object-of-json',
  mutate: () => ({ bodyOf: (sent) => Buffer.from(JSON.stringify(sent), 'latin1') }),
};
