// The message of a DriverFault: what the driver did, the fix, and the last lines of stderr.

import { driverProtocol, type DriverAnswer } from '../api/driver.js';
import { shortenedText } from '../text/shortened-text.js';
import { visibleText } from '../text/visible-text.js';
import type { ProcessEnd } from './driver-process.js';
import type { PendingCalls } from './pending-calls.js';

/** `problem` is a verb phrase after "the driver"; `fix` is a sentence. */
export interface Blame {
  readonly problem: string;
  readonly fix: string;
  /** How the process ended, if it ended by itself during a call. */
  readonly crash?: string | undefined;
}

/** The phase of a driver's life. */
export type Phase = 'greeting' | 'calling' | 'leaving' | 'broken';

/** The number of characters of the command that a message quotes. */
const maxCommandLength = 160;

/** The number of lines of stderr that a message quotes. */
const maxLines = 10;

/** The number of lines, and of characters of a line, that are quoted of what a crashed client printed. */
const maxPrinted = { lines: 12, characters: 200 } as const;

export function faultMessage(command: string, { problem, fix }: Blame, stderr: string): string {
  const words = lastLines(stderr);
  const said = words === '' ? 'It wrote nothing on stderr.' : `Its last lines on stderr:\n${indent(words)}`;
  return `the driver "${visibleText(shortenedText(command, maxCommandLength))}" ${problem}\nfix: ${fix}\n${said}`;
}

/** The last lines, with control characters escaped. */
export function lastLines(stderr: string): string {
  const lines = stderr.trim().split('\n').slice(-maxLines);
  return lines.map((line) => visibleText(line.trimEnd())).join('\n');
}

/** The first lines, with control characters escaped: a client that crashes begins with the reason. */
export function printedLines(stderr: string): readonly string[] {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const shown = lines
    .slice(0, maxPrinted.lines)
    .map((line) => visibleText(shortenedText(line.trimEnd().replaceAll('\t', '  '), maxPrinted.characters)));
  return lines.length <= maxPrinted.lines ? shown : [...shown, `... and ${lines.length - maxPrinted.lines} more lines`];
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** The fault of a well-formed answer in its phase; undefined if it is correct. */
export function misplacedAnswer(answer: DriverAnswer, phase: Phase, calls: PendingCalls): Blame | undefined {
  if (answer.type === 'hello') {
    if (phase !== 'greeting') return { problem: 'said hello twice', fix: 'Answer hello once, when it is asked.' };
    if (answer.protocol === driverProtocol) return undefined;
    return {
      problem: `speaks ${visibleText(answer.protocol)}, and this suite speaks ${driverProtocol}`,
      fix: `Answer hello with "protocol":"${driverProtocol}", or use a version of the suite that speaks the other.`,
    };
  }
  if (phase === 'greeting') {
    return { problem: 'answered before it said hello', fix: 'Answer hello first, with a message of type hello.' };
  }
  if (calls.isPending(answer.id)) return undefined;
  if (calls.wasAnswered(answer.id)) {
    return { problem: `answered the call ${answer.id} twice`, fix: 'Answer every call once.' };
  }
  return {
    problem: `answered the call ${visibleText(answer.id)}, which was never made`,
    fix: 'Repeat the id of the call in its answer, as the same string.',
  };
}

/** The fault of a process that ended by itself. */
export function earlyEnd(end: ProcessEnd, phase: 'greeting' | 'calling', callsUnderWay: number): Blame {
  if (phase === 'calling') {
    const calls = callsUnderWay === 0 ? 'no call was under way' : `calls under way: ${callsUnderWay}`;
    return {
      problem: `ended by itself (${describeEnd(end)}; ${calls})`,
      crash: callsUnderWay === 0 ? undefined : describeEnd(end),
      fix: 'Read from stdin until bye, and answer with driverError if the driver itself fails.',
    };
  }
  if (end.code === 127) {
    return {
      problem: 'could not be started: the shell does not find a program',
      fix: 'Check the spelling, the folder, and the PATH.',
    };
  }
  if (end.code === 126) {
    return {
      problem: 'could not be started: the shell may not run the file',
      fix: 'Make the file executable, or name its interpreter.',
    };
  }
  return {
    problem: `ended before it said hello (${describeEnd(end)})`,
    fix: `Start the command by hand and type {"type":"hello","protocol":"${driverProtocol}"}: it has to answer and to go on.`,
  };
}

/** The fault of a process that ended in the middle of a message. */
export function unfinishedLine(end: ProcessEnd, quoted: string): Blame {
  return {
    problem: `ended (${describeEnd(end)}) in the middle of a line: ${quoted}`,
    fix: 'End every message with a line feed (0x0A), and flush stdout after it.',
  };
}

export function describeEnd({ code, signal }: ProcessEnd): string {
  return signal ?? `exit code ${code}`;
}
