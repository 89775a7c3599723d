import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'The tokens of the client last for two attempts at a call, whatever it was told.',
  permittedBy: 'SDK-83',
  bend: (correct) => ({ attemptsOf: (call) => Math.min(2, correct.attemptsOf(call)) }),
};
