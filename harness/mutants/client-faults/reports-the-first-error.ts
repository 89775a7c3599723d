import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Where every attempt failed, the error of the first is reported.',
  breaks: 'SDK-86',
  killedBy: 'sdk-retry/reports-the-last-error',
  mutate: (correct) => ({
    handOn: (answer, call) =>
      answer.type === 'serviceError' && answer.code === 'ThrottledException'
        ? { ...answer, code: 'ThrottlingException', className: 'ThrottlingException' }
        : correct.handOn(answer, call),
  }),
};
