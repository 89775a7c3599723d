// A target that a module of the user creates: `module:./my-target.js`.

import type { Target } from '../api/target.js';

/** The module cannot be used; the message says why. */
export class UnusableModule extends Error {
  override readonly name = 'UnusableModule';
}

/** Rejects with UnusableModule if the module cannot be loaded or creates no target. `name` is used in reports. */
export async function loadModuleTarget(url: string, name: string): Promise<Target> {
  const loaded = await attempt('it cannot be loaded', (): Promise<unknown> => import(/* @vite-ignore */ url));
  const createTarget: unknown =
    typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, 'createTarget') : undefined;
  if (typeof createTarget !== 'function') throw new UnusableModule('it does not export a function createTarget()');
  const made = await attempt('createTarget() failed', async (): Promise<unknown> => createTarget());
  if (!isTarget(made)) {
    throw new UnusableModule('createTarget() returned no target; create one with defineTarget() or fromClientMock()');
  }
  return withName(made, name);
}

async function attempt(problem: string, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    throw new UnusableModule(`${problem}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isTarget(value: unknown): value is Target {
  if (typeof value !== 'object' || value === null) return false;
  const has = (member: string, type: string): boolean => typeof Reflect.get(value, member) === type;
  const offers: unknown = Reflect.get(value, 'offers');
  return has('call', 'function') && has('dispose', 'function') && has('region', 'string') && Array.isArray(offers);
}

/** The target under the name of the command line, so that a failure can be replayed. */
function withName(target: Target, name: string): Target {
  const { region, offers, endpointUrl, isGated, principals, principalsFault, sendRaw } = target;
  return {
    name,
    region,
    offers,
    endpointUrl,
    isGated,
    principals,
    principalsFault,
    inProcess: target.inProcess,
    call: (operation, options) => target.call(operation, options),
    sendRaw: sendRaw === undefined ? undefined : (request, options) => sendRaw.call(target, request, options),
    dispose: () => target.dispose(),
  };
}
