// Every mutant and variant of the plain client: the only registry.

import { answerFaults } from './client-faults/answers.js';
import { cborFaults } from './client-faults/cbor.js';
import { deadlineFaults } from './client-faults/deadline.js';
import { endpointFaults } from './client-faults/endpoints.js';
import { errorFaults } from './client-faults/errors.js';
import { requestFaults } from './client-faults/request.js';
import { retryFaults } from './client-faults/retry.js';
import { signatureFaults } from './client-faults/signature.js';
import type { ClientMutant, ClientVariant } from './client-mutant.js';
import { byId, type Named } from './named.js';
import { cborClientVariants } from './variants/cbor-clients.js';
import { plainClientVariants } from './variants/clients.js';

export const clientMutants: readonly Named<ClientMutant>[] = byId([
  ...answerFaults,
  ...cborFaults,
  ...deadlineFaults,
  ...endpointFaults,
  ...errorFaults,
  ...requestFaults,
  ...retryFaults,
  ...signatureFaults,
]);

export const clientVariants: readonly Named<ClientVariant>[] = byId([...cborClientVariants, ...plainClientVariants]);
