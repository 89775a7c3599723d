// Targets that run for the length of one command: the reference service behind the bundled emulator, an emulator that is
// known, or what a command of the user starts.

import { startEmulator } from '../../emulator/emulator.js';
import { loadModuleTarget, UnusableModule } from '../../targets/module-target.js';
import { loadEmulators } from '../../emulators/load.js';
import {
  EmulatorFailure,
  startByCommand,
  startByRecipe,
  type RunningEmulator,
} from '../../emulators/start-emulator.js';
import { exitCodes } from '../../results/exit-code.js';
import { CommandFailure, usageError } from '../output/failure.js';
import { builtinService, type TargetChoice } from '../../run/session/open-target.js';

export interface HostedTarget<Choice> {
  /** The choice, with the URL of the emulator where one was started. */
  readonly choice: Choice;
  readonly close: () => Promise<void>;
}

/** Starts what is to be hosted, on a free port of this machine where nobody names one, and nothing otherwise. */
export async function hostTarget<Choice extends TargetChoice>(choice: Choice): Promise<HostedTarget<Choice>> {
  if (choice.targetModule !== undefined) await requireUsable(choice.target, choice.targetModule);
  const { emulator: id, start, targetUrl } = choice;
  if (id !== undefined || (start !== undefined && targetUrl !== undefined)) {
    const { url, stop } = await startProcess(choice);
    return { choice: { ...choice, targetUrl: url }, close: stop };
  }
  if (choice.target !== 'builtin:http') return { choice, close: async () => {} };
  const { service, caller } = builtinService(choice);
  const emulator = await startEmulator({ service, ...caller, nowMs: () => Date.now() });
  return { choice: { ...choice, targetUrl: emulator.url }, close: () => emulator.close() };
}

/** What does not start cannot be judged; what is not there has to be installed first. */
async function startProcess({
  emulator: id,
  emulatorProgram,
  start,
  targetUrl = '',
}: TargetChoice): Promise<RunningEmulator> {
  const known = (await loadEmulators()).find((each) => each.id === id);
  if (known !== undefined && known.start === undefined) {
    throw usageError(`${known.title} is not started from here. Start it, and run with ${known.reach}.`);
  }
  try {
    return known?.start === undefined
      ? await startByCommand(start ?? '', targetUrl)
      : await startByRecipe(known.start, emulatorProgram);
  } catch (error) {
    if (!(error instanceof EmulatorFailure)) throw error;
    if (error.found || known === undefined) throw new CommandFailure(exitCodes.inconclusive, error.message);
    throw usageError(
      `${error.message}; install it with\n  ${known.install.join('\n  ')}\nor say where it is with --emulator-program.`,
    );
  }
}

/** Makes the target once before the run does, because a mistake in the module is the user's and not the suite's. */
async function requireUsable(target: string, url: string): Promise<void> {
  try {
    const made = await loadModuleTarget(url, target);
    await made.dispose();
  } catch (error) {
    if (!(error instanceof UnusableModule)) throw error;
    throw usageError(`--target ${target}: ${error.message}`);
  }
}
