import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'A call is sent once more often than it was told to.',
  breaks: 'SDK-83',
  killedBy: 'sdk-retry/keeps-to-the-attempts-it-was-given',
  bend: (correct) => ({ attemptsOf: (call) => correct.attemptsOf(call) + 1 }),
};
