import { ok, outputs } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'A policy of null is handed on as null.',
  permittedBy: 'SDK-64',
  mutate: outputs((right, { text }) => (text === '{"Policy":null}' ? ok({ Policy: null }) : right)),
};
