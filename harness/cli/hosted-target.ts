// `builtin:http`: the reference service behind the bundled emulator, for the length of one command.

import { startEmulator } from '../emulator/emulator.js';
import { loadModuleTarget, UnusableModule } from '../targets/module-target.js';
import { usageError } from './failure.js';
import { builtinService, type TargetChoice } from '../run/open-target.js';

export interface HostedTarget<Choice> {
  /** The choice, with the URL of the emulator where one was started. */
  readonly choice: Choice;
  readonly close: () => Promise<void>;
}

/** Starts the emulator on a free port of this machine where the target is to be hosted, and nothing otherwise. */
export async function hostTarget<Choice extends TargetChoice>(choice: Choice): Promise<HostedTarget<Choice>> {
  if (choice.targetModule !== undefined) await requireUsable(choice.target, choice.targetModule);
  if (choice.target !== 'builtin:http') return { choice, close: async () => {} };
  const { service, caller } = builtinService(choice);
  const emulator = await startEmulator({ service, ...caller, nowMs: () => Date.now() });
  return { choice: { ...choice, targetUrl: emulator.url }, close: () => emulator.close() };
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
