import type { ClientParts } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'After an answer that closes its connection, the next call fails.',
  breaks: 'SDK-75',
  killedBy: 'sdk-answers/goes-on-after-a-closed-connection',
  mutate: failsAfterClose,
};

function failsAfterClose(correct: ClientParts): Partial<ClientParts> {
  const closed = new Set<string>();
  return {
    refusal: (call) =>
      closed.has(call.endpoint ?? '')
        ? { type: 'transportError', id: '', cause: 'connection', message: 'the socket was closed' }
        : correct.refusal(call),
    readOutput: (call, answer) => {
      if (answer.headers['connection'] === 'close') closed.add(call.endpoint ?? '');
      return correct.readOutput(call, answer);
    },
  };
}
