import { retries } from '../plain-client/mutations.js';
import type { ClientVariant } from '../client-mutant.js';

const mayPass = ['ConcurrentModificationException', 'RequestFailedException'];

export const variant: ClientVariant = {
  freedom: 'A call that met ConcurrentModificationException or RequestFailedException is sent again.',
  permittedBy: 'SDK-82',
  mutate: retries((answer, right) => right || (answer.type === 'serviceError' && mayPass.includes(answer.code ?? ''))),
};
