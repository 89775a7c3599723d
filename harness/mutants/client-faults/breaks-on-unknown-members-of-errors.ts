import { errors } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'An error with a member that the model does not know cannot be read.',
  breaks: 'SDK-53',
  killedBy: 'sdk-errors/ignores-unknown-members',
  mutate: errors((error, { text }) => {
    const names = Object.keys(membersIn(text) ?? {});
    return names.some((name) => !['__type', 'code', 'message', 'Message'].includes(name))
      ? { type: 'transportError', id: '', cause: 'answer', message: 'unknown member' }
      : error;
  }),
};
