// A driver in a child process: a shell command that is called through the driver protocol.
// This folder holds the protocol of drivers, its client, and the drivers that are shipped.

import type { CallAnswer, Driver, DriverHello, StartDriver } from '../api/driver.js';
import { beginConversation, type Conversation, type DriverLimits } from './conversation.js';
import { describeEnd } from './fault-message.js';
import { goneAnswer } from './pending-calls.js';

const driverLimits: DriverLimits = {
  // Long enough to start a virtual machine on a busy machine.
  helloMs: 60_000,
  // Longer than the time-outs of SDKs: 60 s for an answer, in every attempt.
  answerMs: 330_000,
  byeMs: 10_000,
  // Sixteen times the longest body that is read from an endpoint.
  lineBytes: 16 * 1_024 * 1_024,
};

/**
 * Creates a driver from a POSIX shell command. Every start is a new process; it rejects with a DriverFault if the process
 * does not answer hello correctly.
 */
export function driverCommand(command: string, limits: Partial<DriverLimits> = {}): StartDriver {
  const allLimits = { ...driverLimits, ...limits };
  return async ({ environment = {}, signal } = {}) => {
    const conversation = beginConversation(command, environment, allLimits);
    const giveUp = (): void => {
      conversation.fail({ problem: 'was not waited for', fix: 'None: the run was interrupted while it started.' });
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    if (signal?.aborted === true) giveUp();
    try {
      return createDriver(conversation, await conversation.hello(), allLimits);
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  };
}

function createDriver(conversation: Conversation, hello: DriverHello, { answerMs }: DriverLimits): Driver {
  const { calls, fault, fail } = conversation;
  const can = new Set(hello.capabilities);
  const inTurn = can.has('concurrency') ? atOnce : createTurns();
  let isClosed = false;
  const ask = (message: Message, limitMs: number, signal?: AbortSignal): Promise<CallAnswer> =>
    inTurn(async () =>
      isClosed
        ? goneAnswer('')
        : askDriver(conversation, message, { limitMs, signal: can.has('cancel') ? signal : undefined }),
    );
  return {
    hello,
    call: (call, { signal } = {}) =>
      ask({ type: 'call', ...call }, answerMs + (can.has('deadline') ? (call.deadlineMs ?? 0) : 0), signal),
    endpointFor: (question) => ask({ type: 'endpoint', ...question }, answerMs),
    stderrTail: () => conversation.stderrTail(),
    async close() {
      if (isClosed) return;
      isClosed = true;
      const end = await conversation.bye();
      calls.cancelAll();
      if (end.code === 0) return;
      fail({ problem: `ended with ${describeEnd(end)} after bye`, fix: 'End with exit code 0.' });
      await fault;
    },
  };
}

type Message = Readonly<Record<string, unknown>> & { readonly type: string };
type Turns = (work: () => Promise<CallAnswer>) => Promise<CallAnswer>;

function atOnce(work: () => Promise<CallAnswer>): Promise<CallAnswer> {
  return work();
}

/** Sends calls one after the other. */
function createTurns(): Turns {
  let lastTurn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = lastTurn.then(work);
    lastTurn = turn.catch(() => {});
    return turn;
  };
}

interface Waiting {
  readonly limitMs: number;
  /** Cancels the call, if the driver offers it. */
  readonly signal: AbortSignal | undefined;
}

/** Sends one message and waits for its answer. */
async function askDriver(
  { calls, fault, fail, say }: Conversation,
  message: Message,
  { limitMs, signal }: Waiting,
): Promise<CallAnswer> {
  const { id, answer } = calls.begin();
  const late = setTimeout(() => {
    fail({
      problem: `did not answer the ${message.type} ${id} within ${limitMs / 1_000} s`,
      fix: 'Answer every call, even if its deadline has passed, and flush stdout after each message.',
    });
  }, limitMs);
  const cancel = (): void => say({ type: 'cancel', id });
  say({ ...message, id });
  if (signal?.aborted === true) cancel();
  else signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([answer, fault]);
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', cancel);
  }
}
