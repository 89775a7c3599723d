// Checks in a few seconds whether a driver follows the protocol and passes on calls and answers unchanged. It does not judge
// the SDK.

import type { Driver, StartDriver } from '../api/driver.js';
import { DriverFault } from '../api/driver-fault.js';
import { startPracticeService } from './practice-service.js';
import { driverSteps } from './driver-steps.js';
import type { StepProblem } from './step-calls.js';

export type StepResult =
  | { readonly kind: 'ok'; readonly name: string; readonly message: string }
  | { readonly kind: 'not-offered'; readonly name: string; readonly message: string }
  | ({ readonly kind: 'problem'; readonly name: string } & StepProblem);

/** Runs the steps and reports each result. Requests go only to a service that is started on this machine. */
export async function checkDriver(start: StartDriver, onResult: (finding: StepResult) => void): Promise<void> {
  const service = await startPracticeService();
  let driver: Driver | undefined;
  let name = 'hello';
  try {
    driver = await start();
    onResult({ kind: 'ok', name, message: introduce(driver) });
    for (const step of driverSteps) {
      name = step.name;
      if (step.needs !== undefined && !driver.hello.capabilities.includes(step.needs)) {
        onResult({ kind: 'not-offered', name, message: `the driver does not say "${step.needs}"` });
        continue;
      }
      service.respondWith();
      service.takeRequests();
      const problem = await step.run(driver, service);
      onResult(
        problem === undefined ? { kind: 'ok', name, message: step.message } : { kind: 'problem', name, ...problem },
      );
    }
    name = 'bye';
    await driver.close();
    onResult({ kind: 'ok', name, message: 'it ended with exit code 0, and wrote only messages to stdout' });
  } catch (error) {
    if (!(error instanceof DriverFault)) throw error;
    onResult({ kind: 'problem', name, ...problemOf(error) });
  } finally {
    // If a step failed because of the suite, the driver still has to end.
    await driver?.close().catch(() => {});
    await service.close();
  }
}

function introduce({ hello: { language, sdk, capabilities } }: Driver): string {
  const offered = capabilities.length === 0 ? 'nothing beyond single calls' : capabilities.join(', ');
  return `${language}, ${sdk.name} ${sdk.version}; offers ${offered}`;
}

/** The message of a DriverFault is one line that says what is wrong, the fix, and the last lines of stderr. */
function problemOf(fault: DriverFault): StepProblem {
  const [message = '', fix = '', ...stderr] = fault.message.split('\n');
  return { message, fix: fix.replace(/^fix: /, ''), stderr };
}
