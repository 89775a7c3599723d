import type { CallAnswer, DriverCall } from '../../api/driver.js';
import type { ClientParts } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A call whose later attempt succeeded is reported with the error of the first.',
  breaks: 'SDK-85',
  killedBy: 'sdk-retry/succeeds-after-all',
  mutate: remembersTheFirst,
};

function remembersTheFirst(correct: ClientParts): Partial<ClientParts> {
  const failed = new Map<DriverCall, CallAnswer>();
  return {
    isRetryable: (answer, call) => {
      failed.set(call, failed.get(call) ?? answer);
      return correct.isRetryable(answer, call);
    },
    handOn: (answer, call) => (answer.type === 'ok' ? (failed.get(call) ?? answer) : answer),
  };
}
