// The step with a hundred concurrent calls: each has to get its own answer, in whichever order the service answers.

import type { CallAnswer, Driver } from '../api/driver.js';
import type { PracticeService } from './practice-service.js';
import { arnOf, describe, makeCall, type StepProblem } from './step-calls.js';

const callCount = 100;

/** How long to wait for a second request while the first is pending, in milliseconds. */
const secondCallMs = 10_000;

export async function interleaveCalls(driver: Driver, service: PracticeService): Promise<StepProblem | undefined> {
  const meeting = waitForTwo();
  service.respondWith(async ({ input }) => {
    await meeting.arrive();
    return { status: 200, members: { Policy: `the policy of ${String(input['ResourceArn'])}` } };
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
      fix: 'Give each answer the id of its own call, and write one message at a time; or do not offer "concurrency".',
    };
  }
  if (meeting.happened()) return undefined;
  return {
    message: `no second call was sent within ${secondCallMs / 1_000} s while the first waited for its answer`,
    fix: 'Send every call immediately, in its own thread or task, or do not offer "concurrency".',
  };
}

function isPolicyOf(answer: CallAnswer, arn: string | undefined): boolean {
  return answer.type === 'ok' && answer.output['Policy'] === `the policy of ${arn}`;
}

/** Holds the first request until a second arrives, or until a time-out. */
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
