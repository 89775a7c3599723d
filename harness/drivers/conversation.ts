// The conversation with one driver process: it parses the answers, assigns them to their calls, and ends the process at the
// first violation of the protocol.

import { driverProtocol, type DriverAnswer, type DriverHello } from '../api/driver.js';
import { DriverCrash, DriverFault } from '../api/driver-fault.js';
import { quoteLine, readDriverLine } from './driver-lines.js';
import { startProcess, type ProcessEnd } from './driver-process.js';
import {
  earlyEnd,
  faultMessage,
  lastLines,
  misplacedAnswer,
  printedLines,
  unfinishedLine,
  type Blame,
  type Phase,
} from './fault-message.js';
import { createLineSplitter } from './line-splitter.js';
import { pendingCalls, type PendingCalls } from './pending-calls.js';

/** The limits of a driver: times in milliseconds, and the length of a line in bytes. */
export interface DriverLimits {
  /** From the start to the answer to hello. */
  readonly helloMs: number;
  /** From a call to its answer, in addition to the deadline of the call if the driver offers deadlines. */
  readonly answerMs: number;
  /** From bye to the end of the process. */
  readonly byeMs: number;
  readonly lineBytes: number;
}

export interface Conversation {
  readonly calls: PendingCalls;
  /** Sends hello, and resolves with the answer. */
  readonly hello: () => Promise<DriverHello>;
  readonly say: (message: Readonly<Record<string, unknown>>) => void;
  /** Sends bye, and resolves with how the process ended. */
  readonly bye: () => Promise<ProcessEnd>;
  /** Ends the driver because of a fault. */
  readonly fail: (blame: Blame) => void;
  /** Rejects with the first DriverFault. */
  readonly fault: Promise<never>;
  readonly stderrTail: () => string;
}

export function beginConversation(
  command: string,
  environment: Readonly<Record<string, string>>,
  { helloMs, byeMs, lineBytes }: DriverLimits,
): Conversation {
  const calls = pendingCalls();
  const greeting = settleable<DriverHello>();
  const fault = settleable<never>();
  const ended = settleable<ProcessEnd>();
  let phase: Phase = 'greeting';

  const fail = (blame: Blame): void => {
    if (phase === 'broken') return;
    phase = 'broken';
    const stderr = child.stderr();
    const message = faultMessage(command, blame, stderr);
    const error =
      blame.crash === undefined
        ? new DriverFault(message)
        : new DriverCrash(message, blame.crash, printedLines(stderr));
    child.kill();
    for (const reject of [fault.reject, greeting.reject, ended.reject, calls.rejectAll]) reject(error);
  };
  const listen = readAnswers(lineBytes, {
    onAnswer(answer, quoted) {
      if (phase === 'broken') return;
      const blame = misplacedAnswer(answer, phase, calls);
      if (blame !== undefined) {
        fail({ ...blame, problem: `${blame.problem}: ${quoted}` });
      } else if (answer.type === 'hello') {
        phase = 'calling';
        greeting.resolve(answer);
      } else {
        calls.answer(answer);
      }
    },
    onBlame: fail,
  });
  const child = startProcess(command, environment, {
    onBytes: (bytes) => listen.push(bytes),
    onEnd(end) {
      const rest = listen.rest();
      if (rest !== '') fail(unfinishedLine(end, rest));
      if (phase === 'greeting' || phase === 'calling') fail(earlyEnd(end, phase, calls.count()));
      ended.resolve(end);
    },
  });
  const within = <Value>(limitMs: number, waited: Promise<Value>, blame: Blame): Promise<Value> => {
    const late = setTimeout(() => fail(blame), limitMs);
    return waited.finally(() => clearTimeout(late));
  };

  return {
    calls,
    fail,
    fault: fault.promise,
    say: (message) => child.write(JSON.stringify(message)),
    hello() {
      child.write(JSON.stringify({ type: 'hello', protocol: driverProtocol }));
      return within(helloMs, greeting.promise, {
        problem: `did not answer hello within ${helloMs / 1_000} s`,
        fix: 'Read a line from stdin, answer it on stdout, and flush stdout after each message.',
      });
    },
    bye() {
      if (phase === 'calling') phase = 'leaving';
      child.write(JSON.stringify({ type: 'bye' }));
      return within(byeMs, ended.promise, {
        problem: `did not end within ${byeMs / 1_000} s after bye`,
        fix: 'End all pending calls and then the process; leave no thread that keeps it alive.',
      });
    },
    stderrTail: () => lastLines(child.stderr()),
  };
}

interface AnswerListener {
  /** Reports a fault in a line, which is quoted. */
  readonly onAnswer: (answer: DriverAnswer, quoted: string) => void;
  readonly onBlame: (blame: Blame) => void;
}

/** Parses bytes to answers. */
function readAnswers(
  maxLineLength: number,
  { onAnswer, onBlame }: AnswerListener,
): { push(bytes: Buffer): void; rest(): string } {
  const splitter = createLineSplitter();
  let isBroken = false;
  const faultFor = (blame: Blame): void => {
    isBroken = true;
    onBlame(blame);
  };
  return {
    push(bytes) {
      if (isBroken) return;
      for (const line of splitter.push(bytes)) {
        const read = readDriverLine(line);
        if (read.kind === 'answer') onAnswer(read.answer, quoteLine(line));
        else return faultFor({ problem: `${read.problem}: ${quoteLine(line)}`, fix: read.fix });
      }
      if (splitter.pendingBytes() <= maxLineLength) return;
      faultFor({
        problem: `wrote more than ${maxLineLength} bytes to stdout without ending the line, which begins: ${quoteLine(splitter.pending().subarray(0, 100))}`,
        fix: 'End every message with a line feed (0x0A), and write nothing else to stdout.',
      });
    },
    rest: () => (isBroken ? '' : quoteLine(splitter.pending())),
  };
}

interface Settleable<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

/** Marks a promise as handled, because its rejection is reported elsewhere as well. */
function settleable<Value>(): Settleable<Value> {
  const settle: Pick<Settleable<Value>, 'resolve' | 'reject'>[] = [];
  const promise = new Promise<Value>((resolve, reject) => {
    settle.push({ resolve, reject });
  });
  promise.catch(() => {});
  return { promise, resolve: (value) => settle[0]?.resolve(value), reject: (error) => settle[0]?.reject(error) };
}
