// The end of the help of `serve`: the preset principals of the emulator, and their keys.

import { presetKeys } from '../../api/preset-keys.js';
import { presetPrincipals, principalNames, principalRoles, type Rights } from '../../api/principal.js';

const rightsInWords: Readonly<Record<Rights, string>> = {
  all: 'everything',
  'all-but-put': 'all but PutPolicy',
  'reads-policy': 'GetPolicy alone',
  'acm-only': 'ACM alone',
  none: 'nothing',
};

/** `account` is that of the caller without a preset key. */
export function presetHelp(account: string): string {
  const principals = presetPrincipals({ partition: 'aws', account });
  const rows = principalNames.map((name) => {
    const { accessKeyId, secretAccessKey } = presetKeys(name);
    return [name, principals[name].account, rightsInWords[principalRoles[name].rights], accessKeyId, secretAccessKey];
  });
  const table = [['Name', 'Account', 'May call', 'Access key', 'Secret'], ...rows];
  const lines = table.map((row) => {
    const [name = '', of = '', rights = '', key = '', secret = ''] = row;
    return `  ${name.padEnd(17)} ${of.padEnd(13)} ${rights.padEnd(18)} ${key.padEnd(21)} ${secret}`;
  });
  return `
Principals:
${lines.join('\n')}

Calls with any other key are made by the account of --account, unless --require-signature is given. For tests of other
accounts every principal is also the role arn:aws:iam::ACCOUNT:role/NAME of sts:AssumeRole, which every key may assume.`;
}
