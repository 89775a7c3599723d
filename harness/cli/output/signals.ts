// Ctrl-C and its like, for commands that have to tear down what they made.

import { exitCodes } from '../../results/exit-code.js';
import type { Terminal } from './terminal.js';

export interface Signals {
  /** Aborted with the first signal. */
  readonly signal: AbortSignal;
  /** The exit code of the first signal; undefined while none came. */
  received(): number | undefined;
  stop(): void;
}

export function listenForSignals({ onSignal }: Pick<Terminal, 'onSignal'>): Signals {
  const controller = new AbortController();
  let received: number | undefined;
  const stop = onSignal((signal) => {
    received ??= signal === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;
    controller.abort();
  });
  return {
    signal: controller.signal,
    received: () => received,
    stop,
  };
}
