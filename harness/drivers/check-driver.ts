// Tries a driver in a few seconds: whether it speaks the protocol, and passes on what it is told and what the SDK says. How
// good the SDK is, is not the question.

import { DriverFault, type Driver, type StartDriver } from '../api/driver.js';
import { startPracticeService } from './practice-service.js';
import { driverSteps } from './driver-steps.js';
import type { StepProblem } from './step-calls.js';

export type StepFinding =
  | { readonly kind: 'ok'; readonly name: string; readonly words: string }
  | { readonly kind: 'not-offered'; readonly name: string; readonly words: string }
  | ({ readonly kind: 'problem'; readonly name: string } & StepProblem);

/** Tells what each step found, as it goes. Nothing is sent but to a service that is started for it on this machine. */
export async function checkDriver(start: StartDriver, onFinding: (finding: StepFinding) => void): Promise<void> {
  const service = await startPracticeService();
  let driver: Driver | undefined;
  let name = 'hello';
  try {
    driver = await start();
    onFinding({ kind: 'ok', name, words: introduce(driver) });
    for (const step of driverSteps) {
      name = step.name;
      if (step.needs !== undefined && !driver.hello.capabilities.includes(step.needs)) {
        onFinding({ kind: 'not-offered', name, words: `the driver does not say "${step.needs}"` });
        continue;
      }
      service.respondWith();
      service.takeRequests();
      const problem = await step.run(driver, service);
      onFinding(
        problem === undefined ? { kind: 'ok', name, words: step.words } : { kind: 'problem', name, ...problem },
      );
    }
    name = 'bye';
    await driver.close();
    onFinding({ kind: 'ok', name, words: 'it ended with exit code 0, and wrote nothing but messages to stdout' });
  } catch (error) {
    if (!(error instanceof DriverFault)) throw error;
    onFinding({ kind: 'problem', name, ...problemOf(error) });
  } finally {
    // Where a step failed on our side, the driver is not left behind.
    await driver?.close().catch(() => {});
    await service.close();
  }
}

function introduce({ hello: { language, sdk, capabilities } }: Driver): string {
  const offered = capabilities.length === 0 ? 'nothing beyond single calls' : capabilities.join(', ');
  return `${language}, ${sdk.name} ${sdk.version}; offers ${offered}`;
}

/** The words of a fault are its first line, then the fix, then what was written on stderr. */
function problemOf({ message }: DriverFault): StepProblem {
  const [words = '', fix = '', ...stderr] = message.split('\n');
  return { words, fix: fix.replace(/^fix: /, ''), stderr };
}
