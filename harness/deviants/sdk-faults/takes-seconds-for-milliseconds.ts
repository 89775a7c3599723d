import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A deadline of twenty seconds is one of twenty milliseconds.',
  breaks: 'SDK-101',
  killedBy: 'sdk-deadline/lets-calls-in-time-be',
  bend: (correct) => ({
    deadlineMsOf: (call) => {
      const deadlineMs = correct.deadlineMsOf(call);
      return deadlineMs === null ? null : deadlineMs / 1_000;
    },
  }),
};
