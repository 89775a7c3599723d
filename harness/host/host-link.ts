// The link between the worker that runs the checks and the process that hosts it: an interruption goes one way, progress
// the other. Results do not travel here, because a message may be lost when a worker ends.

import { BroadcastChannel } from 'node:worker_threads';
import type { Phase } from '../run/cases/phases.js';

export interface Progress {
  readonly phase: Phase;
  /** The check that has its turn. */
  readonly check: string;
  readonly calls: number;
  /** Input classes that failed so far. */
  readonly failures: number;
  /** How much of the run is done, from 0 to 1; absent where nobody can say. */
  readonly share?: number | undefined;
}

interface Message {
  readonly to: 'worker' | 'host';
  readonly progress?: Progress;
}

function channelName(runId: string): string {
  return `pca-conformance ${runId}`;
}

/** The worker's end. */
export function joinHost(runId: string): {
  readonly signal: AbortSignal;
  report(progress: Progress): void;
  leave(): void;
} {
  const channel = new BroadcastChannel(channelName(runId));
  const controller = new AbortController();
  channel.onmessage = (event: unknown) => {
    if (messageOf(event)?.to === 'worker') controller.abort();
  };
  channel.unref();
  return {
    signal: controller.signal,
    report: (progress) => channel.postMessage({ to: 'host', progress } satisfies Message),
    leave: () => channel.close(),
  };
}

/** The host's end. */
export function linkWorker(
  runId: string,
  onProgress: (progress: Progress) => void,
): {
  interrupt(): void;
  close(): void;
} {
  const channel = new BroadcastChannel(channelName(runId));
  channel.onmessage = (event: unknown) => {
    const message = messageOf(event);
    if (message?.progress !== undefined) onProgress(message.progress);
  };
  channel.unref();
  return {
    interrupt: () => channel.postMessage({ to: 'worker' } satisfies Message),
    close: () => channel.close(),
  };
}

/** Both ends are this file, so what arrives is what was sent. */
function messageOf(event: unknown): Message | undefined {
  if (typeof event !== 'object' || event === null || !('data' in event)) return undefined;
  return event.data as Message;
}
