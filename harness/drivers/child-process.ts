// A driver behind a pipe: a command that is started in a shell, and spoken to by the driver protocol.

import type { CallAnswer, Driver, DriverHello, StartDriver } from '../api/driver.js';
import { beginConversation, type Conversation, type DriverLimits } from './conversation.js';
import { describeEnd } from './fault-message.js';
import { goneAnswer } from './pending-calls.js';

const driverLimits: DriverLimits = {
  // A virtual machine may have to start, on a machine that is busy.
  helloMs: 60_000,
  // Longer than the time after which SDKs give up by themselves: 60 s for an answer, and again in every attempt.
  answerMs: 330_000,
  byeMs: 10_000,
  // Sixteen times the longest body that is read from an endpoint.
  lineBytes: 16 * 1_024 * 1_024,
};

/**
 * Makes a driver of a command of a POSIX shell. Every start is a process of its own; it rejects with a DriverFault where
 * that does not say hello as it has to.
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

/** One after another. */
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
  /** Gives the call up, where the driver can. */
  readonly signal: AbortSignal | undefined;
}

/** Sends one message, and waits for the answer to it. */
async function askDriver(
  { calls, fault, fail, say }: Conversation,
  message: Message,
  { limitMs, signal }: Waiting,
): Promise<CallAnswer> {
  const { id, answer } = calls.begin();
  const late = setTimeout(() => {
    fail({
      problem: `did not answer the ${message.type} ${id} within ${limitMs / 1_000} s`,
      fix: 'Answer every call, also where its deadline has passed, and flush stdout after each message.',
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
