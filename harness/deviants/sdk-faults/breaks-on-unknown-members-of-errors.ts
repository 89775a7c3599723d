import { errors } from '../plain-client/bends.js';
import { membersIn } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'An error with a member that the model does not know cannot be read.',
  breaks: 'SDK-53',
  killedBy: 'sdk-errors/ignores-unknown-members',
  bend: errors((error, { text }) => {
    const names = Object.keys(membersIn(text) ?? {});
    return names.some((name) => !['__type', 'code', 'message', 'Message'].includes(name))
      ? { type: 'transportError', id: '', cause: 'answer', message: 'unknown member' }
      : error;
  }),
};
