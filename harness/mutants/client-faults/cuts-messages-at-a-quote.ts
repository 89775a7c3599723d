import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The message of an error ends at its first quote.',
  breaks: 'SDK-42',
  killedBy: 'sdk-errors/hands-the-message-on',
  mutate: errors((error) => ({ ...error, message: error.message?.split('"', 1)[0] ?? null })),
};
