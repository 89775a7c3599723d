// A hundred calls at a time: each has to come to its own answer, in whatever order they are answered.

import type { CallAnswer, Driver } from '../api/driver.js';
import type { PracticeService } from './practice-service.js';
import { arnOf, describe, makeCall, type StepProblem } from './step-calls.js';

const callCount = 100;

/** Within this time a driver sends a second call while the first is under way, in milliseconds. */
const secondCallMs = 10_000;

export async function interleaveCalls(driver: Driver, service: PracticeService): Promise<StepProblem | undefined> {
  const meeting = waitForTwo();
  service.respondWith(async ({ input }) => {
    await meeting.arrive();
    return { status: 200, body: JSON.stringify({ Policy: `the policy of ${String(input['ResourceArn'])}` }) };
  });
  const arns = Array.from({ length: callCount }, (_, index) => arnOf(index));
  const answers = await Promise.all(
    arns.map((arn) => makeCall(driver, service, { operation: 'GetPolicy', input: { ResourceArn: arn } })),
  );
  const wrong = answers.findIndex((answer, index) => !isPolicyOf(answer, arns[index]));
  const [answer] = answers.slice(wrong);
  if (wrong >= 0 && answer !== undefined) {
    return {
      message: `call ${wrong + 1} of ${callCount}, GetPolicy of ${arns[wrong]}, was answered with ${describe(answer)}`,
      fix: 'Give each answer the id of its own call, and write one message at a time; or do not say "concurrency".',
    };
  }
  if (meeting.happened()) return undefined;
  return {
    message: `no second call was sent within ${secondCallMs / 1_000} s while the first waited for its answer`,
    fix: 'Make every call at once, in a thread or task of its own, or do not say "concurrency".',
  };
}

function isPolicyOf(answer: CallAnswer, arn: string | undefined): boolean {
  return answer.type === 'ok' && answer.output['Policy'] === `the policy of ${arn}`;
}

/** Holds the first until a second is there, but not for ever. */
function waitForTwo(): { readonly arrive: () => Promise<void>; readonly happened: () => boolean } {
  let count = 0;
  let met = false;
  let letGo: (() => void) | undefined;
  return {
    happened: () => met,
    async arrive() {
      count += 1;
      if (count > 2 || met) return;
      if (count === 2) {
        met = true;
        letGo?.();
        return;
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, secondCallMs);
        letGo = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
