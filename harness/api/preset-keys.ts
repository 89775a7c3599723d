// The access keys of the preset principals: the bundled emulator knows them, and its targets sign with them.

import type { AwsKeys } from './aws-keys.js';
import type { PrincipalName } from './principal.js';

/** Its id has the form of IAM: 20 upper-case letters and digits. */
export function presetKeys(name: PrincipalName): AwsKeys {
  const letters = name.toUpperCase().replaceAll('-', '');
  return { accessKeyId: `AKID${letters}`.padEnd(20, '0'), secretAccessKey: `secret-of-${name}` };
}
