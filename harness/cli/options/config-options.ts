// Options as keys of the configuration file and as environment variables: derived from their tables.

import { configKeyOf, entriesOf, type OptionEntry, type OptionGroup } from '../../run/options/option-table.js';

export const variablePrefix = 'PCA_CONFORMANCE_';

/** Those that a configuration can give, by key. */
export function configEntries(groups: readonly OptionGroup[]): ReadonlyMap<string, OptionEntry<unknown>> {
  const known = entriesOf(groups).filter(([, { traits }]) => traits.commandLineOnly !== true);
  return new Map(known.map(([, entry]) => [configKeyOf(entry), entry]));
}

export function variableOf(name: string): string {
  return variablePrefix + name.replaceAll('-', '_').toUpperCase();
}
