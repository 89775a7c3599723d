// Which release a report is about, if it can be determined: of a known emulator, or of a client that has a driver.

import type { Release } from '../../files/release.js';
import type { Report } from '../../files/report.js';
import { clientPackages } from '../../drivers/client-packages.js';
import { loadEmulators } from '../../emulators/load.js';

const ofEmulator = /^emulator:(.+)$/;
/** A driver reports the name and the version of its SDK. */
const ofClient = /^(\S+) (\S+)$/;

/** Undefined if no registry has the target. */
export async function judgedRelease({
  release,
  target,
}: Pick<Report, 'release' | 'target'>): Promise<Release | undefined> {
  if (release !== undefined) return release;
  const id = ofEmulator.exec(target.name)?.[1];
  if (id !== undefined) return releaseOfEmulator(id);
  const [, sdk = '', version = ''] = ofClient.exec(target.name) ?? [];
  const found = Object.hasOwn(clientPackages, sdk) ? clientPackages[sdk] : undefined;
  return found === undefined ? undefined : { name: found.name, version, registry: found.registry };
}

async function releaseOfEmulator(id: string): Promise<Release | undefined> {
  const known = (await loadEmulators()).find((emulator) => emulator.id === id);
  if (known?.package === undefined || known.version === undefined) return undefined;
  return { name: known.package.name, version: known.version, registry: known.package.registry };
}
