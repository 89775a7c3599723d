// Ends the run if the driver of the target breaks its protocol.

import { DriverFault } from '../../../api/driver-fault.js';
import { InconclusiveRun } from '../interruption.js';
import type { RunEnd } from './run-end.js';
import type { Send } from './send.js';

export interface DriverFaults {
  endingOnFault(send: Send): Send;
  /** The first fault, in full. */
  first(): string | undefined;
}

export function createDriverFaults(run: Pick<RunEnd, 'end'>): DriverFaults {
  let first: string | undefined;
  return {
    endingOnFault: (send) => (call, options) =>
      send(call, options).catch((error: unknown) => {
        if (!(error instanceof DriverFault)) throw error;
        first ??= error.message;
        throw run.end(new InconclusiveRun(error.message.split('\n', 1)[0] ?? '', false));
      }),
    first: () => first,
  };
}
