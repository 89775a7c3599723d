// The calls of the steps, and the problems with requests that arrive and with answers of the driver.

import { isDeepStrictEqual } from 'node:util';
import type { CallAnswer, Driver, DriverCall } from '../api/driver.js';
import { shortenedText } from '../text/shortened-text.js';
import { practiceMessage, practiceRequestId, type PracticeRequest, type PracticeService } from './practice-service.js';

export interface StepProblem {
  readonly message: string;
  readonly fix: string;
  /** The last lines of stderr, if the driver ended. */
  readonly stderr?: readonly string[];
}

export const credentials = { accessKeyId: 'AKIDPRACTICE', secretAccessKey: 'practice' };
export const region = 'eu-west-1';

/** The number of characters of a value that a message shows. */
const maxValueLength = 160;

/** The ARN of a CA that does not exist. */
export function arnOf(index: number): string {
  const end = String(index).padStart(12, '0');
  return `arn:aws:acm-pca:${region}:111122223333:certificate-authority/11111111-2222-4333-8444-${end}`;
}

type GivenCall = Pick<DriverCall, 'operation' | 'input'> & Partial<DriverCall>;

export function callOf({ url }: PracticeService, given: GivenCall): DriverCall {
  return { endpoint: url, region, credentials, deadlineMs: null, maxAttempts: 1, ...given };
}

export function makeCall(driver: Driver, service: PracticeService, given: GivenCall): Promise<CallAnswer> {
  return driver.call(callOf(service, given));
}

/** A policy that repeats every character that the service model allows: U+0009, U+000A, U+000D, U+0020 to U+00FF. */
export function everyAllowedCharacter(length: number): string {
  const all = [0x09, 0x0a, 0x0d, ...Array.from({ length: 0x100 - 0x20 }, (_, index) => 0x20 + index)];
  return Array.from({ length }, (_, index) => String.fromCharCode(all[index % all.length] ?? 0x20)).join('');
}

export async function sendThereAndBack(
  driver: Driver,
  service: PracticeService,
  policy: string,
): Promise<StepProblem | undefined> {
  const input = { ResourceArn: arnOf(3), Policy: policy };
  const put = await makeCall(driver, service, { operation: 'PutPolicy', input });
  const wrongPut = wrongRequest(service, 'PutPolicy', input) ?? wrongOutput(put, {});
  if (wrongPut !== undefined) return wrongPut;
  const got = await makeCall(driver, service, { operation: 'GetPolicy', input: { ResourceArn: input.ResourceArn } });
  service.takeRequests();
  return wrongOutput(got, { Policy: policy });
}

/** Checks that exactly this request arrived. */
export function wrongRequest(
  service: PracticeService,
  operation: string,
  input: Readonly<Record<string, unknown>>,
): StepProblem | undefined {
  const requests = service.takeRequests();
  const [request] = requests;
  if (request === undefined || requests.length > 1 || request.operation !== operation) {
    return {
      message: `one request of ${operation} was expected; ${describeRequests(requests)}`,
      fix: 'Send each call once, with its operation and to its endpoint.',
    };
  }
  const difference = differenceBetween(input, request.input);
  if (difference === undefined) return undefined;
  return { message: `${operation} arrived changed: ${difference}`, fix: 'Pass every member on unchanged.' };
}

/** Checks that the call succeeded with these members. */
export function wrongOutput(answer: CallAnswer, output: Readonly<Record<string, unknown>>): StepProblem | undefined {
  if (answer.type !== 'ok') {
    return {
      message: `a success was answered with ${describe(answer)}`,
      fix: 'Answer ok if the SDK reports no error.',
    };
  }
  const difference = differenceBetween(output, answer.output);
  if (difference === undefined) return undefined;
  return {
    message: `the output is not that of the service: ${difference}`,
    fix: 'Return the members of the output unchanged, with the names of the service model; omit those that are not set.',
  };
}

/** Checks that the error of the service is reported unchanged; values that the SDK does not report may be null. */
export function wrongError(answer: CallAnswer, code: string): StepProblem | undefined {
  if (answer.type !== 'serviceError') {
    return {
      message: `the error ${code} of the service was answered with ${describe(answer)}`,
      fix: 'Answer serviceError if the SDK reports an error of the service.',
    };
  }
  if (answer.code !== code) {
    return {
      message: `code is ${show(answer.code)}, and not "${code}"`,
      fix: 'Return the name of the error as the SDK reports it.',
    };
  }
  const told = { message: practiceMessage, status: 400, requestId: practiceRequestId };
  for (const [member, value] of Object.entries(told)) {
    const said: unknown = Reflect.get(answer, member);
    if (said === null || said === value) continue;
    return {
      message: `${member} of ${code} is ${show(said)}, and not ${show(value)}`,
      fix: `Return ${member} as the service sent it, or null if the SDK does not report it.`,
    };
  }
  return undefined;
}

/** Whether an invalid call was sent unchanged, or rejected for this reason. */
export function isLeftToTheSdk(answer: CallAnswer, wasSent: boolean): boolean {
  if (answer.type === 'driverError') return false;
  const isRefused = answer.type === 'unsupported' || (answer.type === 'transportError' && answer.cause === 'request');
  return isRefused || wasSent;
}

export function describe(answer: CallAnswer): string {
  const { id: _, ...said } = answer;
  return show(said);
}

export function describeRequests(requests: readonly PracticeRequest[]): string {
  if (requests.length === 0) return 'no request arrived';
  const message = requests
    .slice(0, 3)
    .map(({ operation, input }) => `${operation || 'one without operation'} ${show(input)}`);
  return `what arrived: ${message.join(', ')}${requests.length > 3 ? ', ...' : ''}`;
}

function differenceBetween(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): string | undefined {
  if (isDeepStrictEqual({ ...expected }, { ...actual })) return undefined;
  for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const [wanted, got] = [expected[name], actual[name]];
    if (isDeepStrictEqual(wanted, got)) continue;
    if (typeof wanted === 'string' && typeof got === 'string') return `${name} ${differenceOfTexts(wanted, got)}`;
    return `${name} is ${show(got)}, and not ${show(wanted)}`;
  }
  return 'it is not a plain object';
}

function differenceOfTexts(wanted: string, got: string): string {
  let index = 0;
  while (index < wanted.length && wanted[index] === got[index]) index += 1;
  const around = (text: string): string => JSON.stringify(text.slice(index, index + 10));
  return `has ${got.length} characters instead of ${wanted.length}; from character ${index} on it is ${around(got)} instead of ${around(wanted)}`;
}

function show(value: unknown): string {
  return shortenedText(JSON.stringify(value) ?? 'absent', maxValueLength);
}
