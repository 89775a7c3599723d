// What `serve` takes.

import { judgingOptions } from '../../run/options/judging-options.js';
import { count, flag, optionGroup, path, pick, single, text, WrongValue } from '../../run/options/option-table.js';
import { connectionOptions } from '../../run/options/target-options.js';
import { isAccountId } from '../../api/grantees.js';

const { region, accessKey, secretKey } = connectionOptions.entries;

export const serveOptions = optionGroup('Options:', {
  port: count('--port <n>', 'port to listen on, 0 for a free one', { min: 0, max: 65_535 }, { default: 4_566 }),
  host: text('--host <address>', 'address to listen on', { default: '127.0.0.1' }),
  seedCount: count('--seed-ca <n>', 'number of active CAs to begin with', { min: 0, max: 10_000 }, { default: 0 }),
  requireSignature: flag('--require-signature', 'refuse calls that are not signed with the keys below'),
  accessKey: { ...accessKey, description: 'access key that calls are signed with' },
  secretKey: { ...secretKey, description: 'secret of the access key' },
  account: single(
    '--account <id>',
    'account of the caller',
    {
      read: (given) => {
        if (isAccountId(given)) return given;
        throw new WrongValue('is not the id of an account; give 12 digits such as 111122223333.');
      },
    },
    { default: '111122223333' },
  ),
  region: { ...region, description: 'region of the endpoint' },
  ...pick(judgingOptions, 'modelRevision').entries,
  state: path('--state <file>', 'file to keep everything in, and to begin with'),
});
