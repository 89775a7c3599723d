import { ok, outputs } from '../plain-client/mutations.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'Escapes of letters in an answer are handed on as they stand.',
  breaks: 'SDK-66',
  killedBy: 'sdk-answers/reads-escapes',
  mutate: outputs((right, { text }) => {
    const [, policy] = /^\{"Policy":"((?:\\u[0-9a-fA-F]{4})+)"\}$/.exec(text) ?? [];
    return policy === undefined ? right : ok({ Policy: policy });
  }),
};
