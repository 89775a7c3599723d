// Parses a line of a driver: to an answer of the protocol, or to a problem and its fix.

import type { z } from 'zod';
import { driverAnswer, driverProtocol, type DriverAnswer } from '../api/driver.js';
import { shortenedText } from '../text/shortened-text.js';
import { visibleText } from '../text/visible-text.js';

/** The problem of a line, as a verb phrase after "the driver", and the fix. */
export interface LineProblem {
  readonly problem: string;
  readonly fix: string;
}

export type ReadLine =
  { readonly kind: 'answer'; readonly answer: DriverAnswer } | ({ readonly kind: 'problem' } & LineProblem);

/** The number of characters of a line that a message quotes. */
const maxQuoteLength = 200;

/** The line as it is quoted in a message. */
export function quoteLine(bytes: Buffer): string {
  return visibleText(shortenedText(bytes.toString('utf8'), maxQuoteLength));
}

const onlyJson = 'Write only messages to stdout, each on one line; write everything else to stderr.';

export function readDriverLine(bytes: Buffer): ReadLine {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'problem', problem: 'wrote a line that is not UTF-8', fix: 'Encode stdout as UTF-8.' };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'problem', problem: 'wrote a line that is not JSON', fix: onlyJson };
  }
  const read = driverAnswer.safeParse(value);
  if (read.success) return { kind: 'answer', answer: read.data };
  return {
    kind: 'problem',
    problem: `wrote a message of a wrong shape: ${describeShape(read.error)}`,
    fix: `PROTOCOL.md and the schema driver-answer show the messages of ${driverProtocol}.`,
  };
}

function describeShape({ issues }: z.ZodError): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.length === 0 ? 'the message' : path.join('.')}: ${message}`)
    .join('; ');
}
