import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A put whose connection was reset is sent again below the count of attempts.',
  breaks: 'SDK-90',
  killedBy: 'sdk-retry/sends-a-change-once-without-retries',
  mutate: (correct) => ({
    attemptsOf: (call) =>
      call.operation === 'PutPolicy' ? Math.max(2, correct.attemptsOf(call)) : correct.attemptsOf(call),
  }),
};
