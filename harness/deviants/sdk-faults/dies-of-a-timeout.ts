import type { ClientParts } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'After a call that timed out, every other one fails.',
  breaks: 'SDK-103',
  killedBy: 'sdk-deadline/goes-on-afterwards',
  bend: failsAfterTimeout,
};

function failsAfterTimeout(correct: ClientParts): Partial<ClientParts> {
  const dead = new Set<string>();
  return {
    refusal: (call) =>
      dead.has(call.endpoint ?? '')
        ? { type: 'transportError', id: '', cause: 'connection', message: 'the pool is closed' }
        : correct.refusal(call),
    handOn: (answer, call) => {
      if (answer.type === 'transportError' && answer.cause === 'timeout') dead.add(call.endpoint ?? '');
      return answer;
    },
  };
}
