import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'A deadline of twenty seconds is one of twenty milliseconds.',
  breaks: 'SDK-101',
  killedBy: 'sdk-deadline/lets-calls-in-time-be',
  mutate: (correct) => ({
    deadlineMsOf: (call) => {
      const deadlineMs = correct.deadlineMsOf(call);
      return deadlineMs === null ? null : deadlineMs / 1_000;
    },
  }),
};
