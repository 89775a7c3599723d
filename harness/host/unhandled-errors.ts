// Errors that are not caught during a run: faults of the suite, which do not keep it from its report.

import { once } from 'node:events';

const events = ['uncaughtException', 'unhandledRejection'] as const;

export interface UnhandledErrors {
  readonly faults: readonly string[];
  stop(): void;
}

export function collectUnhandledErrors(): UnhandledErrors {
  const faults: string[] = [];
  const collect = (error: unknown): void => {
    faults.push(textOfFault(error));
  };
  for (const event of events) process.on(event, collect);
  return {
    faults,
    stop() {
      for (const event of events) process.off(event, collect);
    },
  };
}

/** Resolves with the work, or once nothing is pending that could end it, as after an error in a callback. */
export async function untilNothingIsPending(work: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const idle = once(process, 'beforeExit', { signal: over.signal }).catch(() => {});
  await Promise.race([work, idle]);
  over.abort();
}

export function textOfFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
