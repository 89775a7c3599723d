import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Every call is sent three times, whatever it was told.',
  breaks: 'SDK-83',
  killedBy: 'sdk-retry/keeps-to-the-attempts-it-was-given',
  bend: () => ({ attemptsOf: () => 3 }),
};
