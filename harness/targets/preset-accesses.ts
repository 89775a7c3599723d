// The principals of the bundled emulator as a target has them: each with its preset key.

import { presetKeys } from '../api/preset-keys.js';
import { presetPrincipals, principalNames } from '../api/principal.js';
import type { PrincipalAccesses } from './principal-access.js';

/** `account` owns the CAs. */
export function presetAccesses(owner: { readonly partition: string; readonly account: string }): PrincipalAccesses {
  const facts = presetPrincipals(owner);
  const accesses = principalNames.map((name) => [name, { facts: facts[name], credentials: presetKeys(name) }]);
  return { accesses: Object.fromEntries(accesses) };
}
