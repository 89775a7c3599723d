import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Where every attempt failed, the error of the first is reported.',
  breaks: 'SDK-86',
  killedBy: 'sdk-retry/reports-the-last-error',
  bend: (correct) => ({
    handOn: (answer, call) =>
      answer.type === 'serviceError' && answer.code === 'ThrottledException'
        ? { ...answer, code: 'ThrottlingException', className: 'ThrottlingException' }
        : correct.handOn(answer, call),
  }),
};
