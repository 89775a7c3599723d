// One process that speaks the driver protocol: bytes become answers, answers find their calls, and whatever the driver does
// against the protocol ends it at once.

import { driverProtocol, DriverFault, type DriverAnswer, type DriverHello } from '../api/driver.js';
import { quoteLine, readDriverLine } from './driver-lines.js';
import { startProcess, type ProcessEnd } from './driver-process.js';
import {
  earlyEnd,
  faultMessage,
  lastLines,
  misplacedAnswer,
  unfinishedLine,
  type Blame,
  type Phase,
} from './fault-message.js';
import { createLineSplitter } from './line-splitter.js';
import { pendingCalls, type PendingCalls } from './pending-calls.js';

/** How long a driver may take, in milliseconds, and how much it may write in one line. */
export interface DriverLimits {
  /** From its start to its hello. */
  readonly helloMs: number;
  /** From a call to its answer, beyond the deadline of the call where the driver keeps one. */
  readonly answerMs: number;
  /** From the goodbye to its end. */
  readonly byeMs: number;
  readonly lineBytes: number;
}

export interface Conversation {
  readonly calls: PendingCalls;
  /** Says hello, and resolves with what the driver answers. */
  readonly hello: () => Promise<DriverHello>;
  readonly say: (message: Readonly<Record<string, unknown>>) => void;
  /** Says goodbye, and resolves with how the process ended. */
  readonly bye: () => Promise<ProcessEnd>;
  /** Ends the driver, which is to blame. */
  readonly fail: (blame: Blame) => void;
  /** Rejects with the DriverFault once there is one. */
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
    const error = new DriverFault(faultMessage(command, blame, child.stderrTail()));
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
        fix: 'End what is under way, and then the process; leave no thread behind that keeps it alive.',
      });
    },
    stderrTail: () => lastLines(child.stderrTail()),
  };
}

interface AnswerListener {
  /** With the line as a message shows it. */
  readonly onAnswer: (answer: DriverAnswer, quoted: string) => void;
  readonly onBlame: (blame: Blame) => void;
}

/** Makes answers of bytes. */
function readAnswers(
  maxLineLength: number,
  { onAnswer, onBlame }: AnswerListener,
): { push(bytes: Buffer): void; rest(): string } {
  const splitter = createLineSplitter();
  let isBroken = false;
  const blameFor = (blame: Blame): void => {
    isBroken = true;
    onBlame(blame);
  };
  return {
    push(bytes) {
      if (isBroken) return;
      for (const line of splitter.push(bytes)) {
        const read = readDriverLine(line);
        if (read.kind === 'answer') onAnswer(read.answer, quoteLine(line));
        else return blameFor({ problem: `${read.problem}: ${quoteLine(line)}`, fix: read.fix });
      }
      if (splitter.pendingBytes() <= maxLineLength) return;
      blameFor({
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

/** A promise that nobody has to wait for: that it was rejected is told elsewhere too. */
function settleable<Value>(): Settleable<Value> {
  const settle: Pick<Settleable<Value>, 'resolve' | 'reject'>[] = [];
  const promise = new Promise<Value>((resolve, reject) => {
    settle.push({ resolve, reject });
  });
  promise.catch(() => {});
  return { promise, resolve: (value) => settle[0]?.resolve(value), reject: (error) => settle[0]?.reject(error) };
}
