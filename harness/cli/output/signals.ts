// Ctrl-C and other signals, for commands that have to remove what they created.

import { exitCodes } from '../../results/exit-code.js';
import type { EndingSignal, Terminal } from './terminal.js';

const exitCodeOf = { SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated } as const;

export interface Signals {
  /** Aborted with the first signal. */
  readonly signal: AbortSignal;
  /** The first signal; undefined while none came. */
  first(): EndingSignal | undefined;
  /** Its exit code. */
  received(): number | undefined;
  stop(): void;
}

export function listenForSignals({ onSignal }: Pick<Terminal, 'onSignal'>): Signals {
  const controller = new AbortController();
  let first: EndingSignal | undefined;
  // Keeps listening after the first signal: a second one must not interrupt the removal.
  const stop = onSignal((signal) => {
    first ??= signal;
    controller.abort();
  });
  return {
    signal: controller.signal,
    first: () => first,
    received: () => (first === undefined ? undefined : exitCodeOf[first]),
    stop,
  };
}
