// Finds every deviant and twin: each is a file of its own, and the name of the file is its id.

import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Deviant } from './deviant.js';
import type { OverlapDeviant, OverlapTwin } from './overlap-deviant.js';
import type { SdkDeviant, SdkTwin } from './sdk-deviant.js';
import type { Twin } from './twin.js';

export type Named<Value> = Value & { readonly id: string };

export async function loadDeviants(): Promise<readonly Named<Deviant>[]> {
  return loadFolder<Deviant>('faults', 'deviant');
}

export async function loadTwins(): Promise<readonly Named<Twin>[]> {
  return loadFolder<Twin>('twins', 'twin');
}

/** The faults of calls that overlap. */
export async function loadOverlapDeviants(): Promise<readonly Named<OverlapDeviant>[]> {
  return loadFolder<OverlapDeviant>('overlap-faults', 'deviant');
}

export async function loadOverlapTwins(): Promise<readonly Named<OverlapTwin>[]> {
  return loadFolder<OverlapTwin>('overlap-twins', 'twin');
}

/** The faults of clients. */
export async function loadSdkDeviants(): Promise<readonly Named<SdkDeviant>[]> {
  return loadFolder<SdkDeviant>('sdk-faults', 'deviant');
}

export async function loadSdkTwins(): Promise<readonly Named<SdkTwin>[]> {
  return loadFolder<SdkTwin>('sdk-twins', 'twin');
}

/** All of them, whether their calls overlap or not. */
export async function loadAllDeviants(): Promise<readonly Named<Deviant | OverlapDeviant>[]> {
  return [...(await loadDeviants()), ...(await loadOverlapDeviants())];
}

/** All of them, whether their calls overlap or not. */
export async function loadAllTwins(): Promise<readonly Named<Twin | OverlapTwin>[]> {
  return [...(await loadTwins()), ...(await loadOverlapTwins())];
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
