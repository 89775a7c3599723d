// Which accounts the principals of a target may have: those of one account role share it, all others differ.

import { principalRoles, type PrincipalName } from '../../api/principal.js';

export type Accounts = ReadonlyMap<PrincipalName, string>;

/** What is wrong with the accounts, and how it is mended; undefined if nothing is. */
export function accountProblem(accounts: Accounts, granteeAccount: string | undefined): string | undefined {
  const known = [...accounts];
  for (const [index, [name, account]] of known.entries()) {
    for (const [other, another] of known.slice(0, index)) {
      const share = principalRoles[name].account === principalRoles[other].account;
      if (share && account !== another) {
        return `--principal ${name} is in account ${account} and ${other} in ${another}; both have to be in one account.`;
      }
      if (!share && account === another) {
        return `--principal ${name} and ${other} are both in account ${account}; give credentials of another account for one of them.`;
      }
    }
    if (granteeAccount === undefined || principalRoles[name].account !== 'grantee' || account === granteeAccount)
      continue;
    return `--grantee-account ${granteeAccount} is not the account of the principal ${name}, which is ${account}; leave --grantee-account out.`;
  }
  return undefined;
}

/** Whether all principals that should be in other accounts are in that of the owner. */
export function isOneAccount(accounts: Accounts): boolean {
  const owner = accounts.get('owner');
  const others = [...accounts].filter(([name]) => principalRoles[name].account !== 'owner');
  return owner !== undefined && others.length > 0 && others.every(([, account]) => account === owner);
}
