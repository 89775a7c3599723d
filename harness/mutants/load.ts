// Finds every mutant and variant: each is a file of its own, and the name of the file is its id.

import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Mutant } from './mutant.js';
import type { OverlapMutant, OverlapVariant } from './overlap-mutant.js';
import type { ClientMutant, ClientVariant } from './client-mutant.js';
import type { Variant } from './variant.js';

export type Named<Value> = Value & { readonly id: string };

export async function loadMutants(): Promise<readonly Named<Mutant>[]> {
  return loadFolder<Mutant>('faults', 'mutant');
}

export async function loadVariants(): Promise<readonly Named<Variant>[]> {
  return loadFolder<Variant>('variants', 'variant');
}

/** The faults of calls that overlap. */
export async function loadOverlapMutants(): Promise<readonly Named<OverlapMutant>[]> {
  return loadFolder<OverlapMutant>('overlap-faults', 'mutant');
}

export async function loadOverlapVariants(): Promise<readonly Named<OverlapVariant>[]> {
  return loadFolder<OverlapVariant>('overlap-variants', 'variant');
}

/** The faults of clients. */
export async function loadClientMutants(): Promise<readonly Named<ClientMutant>[]> {
  return loadFolder<ClientMutant>('client-faults', 'mutant');
}

export async function loadClientVariants(): Promise<readonly Named<ClientVariant>[]> {
  return loadFolder<ClientVariant>('client-variants', 'variant');
}

/** All of them, whether their calls overlap or not. */
export async function loadAllMutants(): Promise<readonly Named<Mutant | OverlapMutant>[]> {
  return [...(await loadMutants()), ...(await loadOverlapMutants())];
}

/** All of them, whether their calls overlap or not. */
export async function loadAllVariants(): Promise<readonly Named<Variant | OverlapVariant>[]> {
  return [...(await loadVariants()), ...(await loadOverlapVariants())];
}

/** The files of a folder beside this one, sorted by name. Throws where a file does not export what it should. */
async function loadFolder<Value extends object>(folder: string, member: string): Promise<readonly Named<Value>[]> {
  const address = new URL(`./${folder}/`, import.meta.url);
  const names = readdirSync(address).filter((name) => /(?<!\.d)\.[jt]s$/.test(name));
  return Promise.all(
    names.sort().map(async (name) => {
      const file: Readonly<Record<string, Value>> = await import(new URL(name, address).href);
      const value = file[member];
      if (value === undefined) throw new Error(`${folder}/${name} does not export a ${member}.`);
      return { ...value, id: basename(name).replace(/\.[jt]s$/, '') };
    }),
  );
}
