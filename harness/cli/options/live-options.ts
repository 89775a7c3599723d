// The options for live AWS.

import { flag, optionGroup, path, single, text, texts, WrongValue } from '../../run/options/option-table.js';

const heading = 'Live AWS:';

export const accountOptions = optionGroup(heading, {
  allowAccount: text('--allow-account <id>', 'live AWS: the one account that may be used'),
  allowRegions: texts('--allow-region <region>', 'live AWS: a region that may be used'),
});

export const authorityOptions = optionGroup(heading, {
  createCa: flag('--create-ca', 'live AWS: create CAs, and delete them afterwards'),
  caArns: texts('--ca-arn <arn>', 'live AWS: a tagged CA of yours whose policy may be changed'),
  plan: flag('--plan', 'live AWS: show what the run would take, and send nothing'),
});

export const costOptions = optionGroup(heading, {
  maxCostUsd: single('--max-cost <usd>', 'live AWS: end the run before its CAs cost more', { read: readUsd }),
});

export const consentOptions = optionGroup(heading, {
  yes: flag('--yes', 'live AWS: agree to the plan beforehand'),
});

export const journalOptions = optionGroup(heading, {
  journal: path('--journal <folder>', 'live AWS: folder for the journals of runs', { default: '.pca/journal' }),
});

/** All that a run on live AWS takes. */
export const liveGroups = [accountOptions, authorityOptions, costOptions, consentOptions, journalOptions] as const;

function readUsd(given: string): number {
  if (/^\d{1,6}(\.\d{1,4})?$/.test(given) && Number(given) > 0) return Number(given);
  throw new WrongValue('is not an amount in USD; give one such as 2 or 0.50.');
}
