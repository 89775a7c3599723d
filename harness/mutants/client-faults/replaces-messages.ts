import { errors } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The message of an error is a text of the client.',
  breaks: 'SDK-42',
  killedBy: 'sdk-errors/hands-the-message-on',
  mutate: errors((error) => ({ ...error, message: 'The request failed.' })),
};
