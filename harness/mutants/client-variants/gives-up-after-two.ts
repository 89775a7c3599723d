import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'The tokens of the client last for two attempts at a call, whatever it was told.',
  permittedBy: 'SDK-83',
  mutate: (correct) => ({ attemptsOf: (call) => Math.min(2, correct.attemptsOf(call)) }),
};
