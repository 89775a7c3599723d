// What `list` and `explain` say about a requirement on clients: the catalogue's entry joined with the checks that judge it.

import { allSdkChecks } from '../../../suites/sdk/all-sdk-checks.js';
import { sdkRequirements, type SdkRequirement, type SdkRequirementId } from '../../catalogue/sdk-requirements.js';
import { sdkSources } from '../../catalogue/sdk-sources.js';
import { sources, type Source } from '../../catalogue/sources.js';

export interface SdkRequirementRow extends Omit<SdkRequirement, 'sources'> {
  readonly id: SdkRequirementId;
  readonly sources: readonly Source[];
  readonly checks: readonly { readonly id: string; readonly title: string; readonly inputClasses: readonly string[] }[];
}

export function sdkRequirementRow(id: SdkRequirementId): SdkRequirementRow {
  const { sources: keys, ...entry } = sdkRequirements[id];
  const known: Readonly<Record<string, Source>> = { ...sources, ...sdkSources };
  return {
    id,
    ...entry,
    sources: keys.flatMap((key) => known[key] ?? []),
    checks: allSdkChecks
      .filter(({ requirement }) => requirement === id)
      .map((check) => ({
        id: check.id,
        title: check.title,
        inputClasses: check.inputClasses.map((inputClass) => inputClass.id),
      })),
  };
}
