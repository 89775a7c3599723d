import { retries } from '../plain-client/bends.js';
import type { SdkTwin } from '../sdk-deviant.js';

const mayPass = ['ConcurrentModificationException', 'RequestFailedException'];

export const twin: SdkTwin = {
  freedom: 'A call that met ConcurrentModificationException or RequestFailedException is sent again.',
  permittedBy: 'SDK-82',
  bend: retries((answer, right) => right || (answer.type === 'serviceError' && mayPass.includes(answer.code ?? ''))),
};
