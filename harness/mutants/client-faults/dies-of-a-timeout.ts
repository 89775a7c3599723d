import type { ClientParts } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'After a call that timed out, every other one fails.',
  breaks: 'SDK-103',
  killedBy: 'sdk-deadline/goes-on-afterwards',
  mutate: failsAfterTimeout,
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
