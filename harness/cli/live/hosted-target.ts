// Targets that run for the length of one command: the reference service behind the bundled emulator, a known emulator, or
// what a command of the user starts.

import type { KnownEmulator } from '../../emulators/known-emulator.js';
import type { RunningEmulator } from '../../emulators/start-emulator.js';
import { exitCodes } from '../../results/exit-code.js';
import { CommandFailure, usageError } from '../output/failure.js';
import { builtinService, makeTarget } from '../../run/session/open-target.js';
import { presetPrincipals } from '../../api/principal.js';
import type { Target } from '../../api/target.js';
import type { Judging, TargetConfig } from '../../run/session/run-config.js';
import { targetName } from '../../run/session/target-choice.js';
import { presetAccesses } from '../../targets/preset-accesses.js';
import { withPrincipals } from './hosted-principals.js';

export interface HostedTarget {
  /** The target, with the URL of what was started. */
  readonly target: TargetConfig;
  /** Called at most once: a module creates its target only once. */
  readonly open: () => Promise<Target>;
  readonly close: () => Promise<void>;
}

/** Starts what is to be hosted, on a free port of this machine unless one is named; starts nothing for other targets. */
export async function hostTarget(target: TargetConfig, judging: Judging): Promise<HostedTarget> {
  const { modelRevision } = judging;
  if (target.choice.kind === 'module') {
    const made = await makeUsable(target, modelRevision);
    let isOpen = false;
    const open = async (): Promise<Target> => {
      isOpen = true;
      return made;
    };
    return { target, open, close: async () => (isOpen ? undefined : made.dispose()) };
  }
  const hosted = await host(target, judging);
  try {
    const opened = await withPrincipals(hosted.target, judging, await knownPrincipals(target.choice));
    return { target: opened, close: hosted.close, open: () => makeTarget(opened, modelRevision) };
  } catch (error) {
    await hosted.close();
    throw error;
  }
}

type Hosted = Omit<HostedTarget, 'open'>;

async function host(target: TargetConfig, { modelRevision }: Judging): Promise<Hosted> {
  const { choice, region } = target;
  switch (choice.kind) {
    case 'builtin-http': {
      const { startEmulator } = await import('../../emulator/emulator.js');
      const { service, caller } = builtinService(region, modelRevision);
      const emulator = await startEmulator({
        service,
        ...caller,
        nowMs: () => Date.now(),
        principals: presetPrincipals(caller),
        requireSignature: { accessKeyId: target.accessKey, secretAccessKey: target.secretKey },
      });
      const hosted = { ...target, hostedUrl: emulator.url, accesses: presetAccesses(caller) };
      return { target: hosted, close: () => emulator.close() };
    }
    case 'emulator':
      return hostProcess(target, startKnown(choice.id, choice.program));
    case 'http':
      return choice.start === undefined ? { target, close } : hostProcess(target, startOwn(choice.start, choice.url));
    case 'driver':
      return choice.start === undefined
        ? { target, close }
        : hostProcess(target, startOwn(choice.start, choice.endpoint));
    case 'module':
    case 'builtin':
    case 'aws':
    case 'given':
      return { target, close };
    default:
      return choice satisfies never;
  }
}

async function close(): Promise<void> {}

async function hostProcess(target: TargetConfig, starting: Promise<RunningEmulator>): Promise<Hosted> {
  const { url, stop } = await starting;
  return { target: { ...target, hostedUrl: url }, close: stop };
}

/** A target that does not start cannot be judged. */
async function startOwn(command: string, url: string): Promise<RunningEmulator> {
  const { EmulatorFailure, startByCommand } = await import('../../emulators/start-emulator.js');
  try {
    return await startByCommand(command, url);
  } catch (error) {
    if (!(error instanceof EmulatorFailure)) throw error;
    throw new CommandFailure(exitCodes.inconclusive, error.message);
  }
}

/** What is known of the principals of an emulator. */
async function knownPrincipals(choice: TargetConfig['choice']): Promise<KnownEmulator['principals']> {
  if (choice.kind !== 'emulator') return undefined;
  const { loadEmulators } = await import('../../emulators/load.js');
  return (await loadEmulators()).find(({ id }) => id === choice.id)?.principals;
}

/** An emulator that is not installed must be installed first. */
async function startKnown(id: string, program: string | undefined): Promise<RunningEmulator> {
  const [{ loadEmulators }, { EmulatorFailure, startByRecipe }] = await Promise.all([
    import('../../emulators/load.js'),
    import('../../emulators/start-emulator.js'),
  ]);
  const known = (await loadEmulators()).find((each) => each.id === id);
  if (known === undefined) throw new Error(`${id} is not a known emulator.`);
  if (known.start === undefined) {
    throw usageError(`${known.title} is not started from here. Start it, and run with ${known.reach}.`);
  }
  try {
    return await startByRecipe(known.start, program);
  } catch (error) {
    if (!(error instanceof EmulatorFailure)) throw error;
    if (error.found) throw new CommandFailure(exitCodes.inconclusive, error.message);
    throw usageError(
      `${error.message}; install it with\n  ${known.install.join('\n  ')}\nor say where it is with --emulator-program.`,
    );
  }
}

/** A mistake in the module is reported as the user's, before the run begins. */
async function makeUsable(target: TargetConfig, modelRevision: Judging['modelRevision']): Promise<Target> {
  const { UnusableModule } = await import('../../targets/module-target.js');
  try {
    return await makeTarget(target, modelRevision);
  } catch (error) {
    if (!(error instanceof UnusableModule)) throw error;
    throw usageError(`--target ${targetName(target.choice)}: ${error.message}`);
  }
}
