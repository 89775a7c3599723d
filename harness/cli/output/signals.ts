// Ctrl-C and its like, for commands that have to tear down what they made.

import { exitCodes } from '../../results/exit-code.js';

const signals = ['SIGINT', 'SIGTERM'] as const;

export interface Signals {
  /** Aborted with the first signal. */
  readonly signal: AbortSignal;
  /** The exit code of the first signal; undefined while none came. */
  received(): number | undefined;
  stop(): void;
}

export function listenForSignals(): Signals {
  const controller = new AbortController();
  let received: number | undefined;
  const handle = (signal: NodeJS.Signals): void => {
    received ??= signal === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;
    controller.abort();
  };
  for (const signal of signals) process.on(signal, handle);
  return {
    signal: controller.signal,
    received: () => received,
    stop() {
      for (const signal of signals) process.off(signal, handle);
    },
  };
}
