import { ok, outputs } from '../plain-client/bends.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'Escapes of letters in an answer are handed on as they stand.',
  breaks: 'SDK-66',
  killedBy: 'sdk-answers/reads-escapes',
  bend: outputs((right, { text }) => {
    const [, policy] = /^\{"Policy":"((?:\\u[0-9a-fA-F]{4})+)"\}$/.exec(text) ?? [];
    return policy === undefined ? right : ok({ Policy: policy });
  }),
};
