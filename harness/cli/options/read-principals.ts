// Reads the principals of a target, and rejects those that it cannot have, before anything is sent.

import type { NamedSpec } from '../../api/principal-spec.js';
import { judgingOptions } from '../../run/options/judging-options.js';
import { principalOptions } from '../../run/options/principal-options.js';
import { accountProblem } from '../../run/session/principal-accounts.js';
import { targetName, type TargetChoice } from '../../run/session/target-choice.js';
import { refusal, usageError } from '../output/failure.js';
import type { GivenOptions } from './given-options.js';

export function readPrincipals(given: GivenOptions, choice: TargetChoice): readonly NamedSpec[] {
  const { principals } = given.of(principalOptions);
  for (const [index, principal] of principals.entries()) {
    const { name } = principal;
    if (principals.findIndex((each) => each.name === name) < index) {
      throw usageError(`--principal ${name} is given twice; leave one of them out.`);
    }
    const problem = problemWith(principal, choice);
    if (problem !== undefined) throw usageError(`--principal ${name}: ${problem}`);
  }
  const declared = principals.flatMap(({ name, spec }) =>
    spec.account === undefined ? [] : [[name, spec.account] as const],
  );
  const problem = accountProblem(new Map(declared), given.of(judgingOptions).granteeAccount);
  if (problem !== undefined) throw usageError(problem);
  return principals;
}

/** What keeps a kind of target from having the principal. */
function problemWith({ spec }: NamedSpec, choice: TargetChoice): string | undefined {
  const { kind } = spec;
  switch (choice.kind) {
    case 'builtin':
    case 'builtin-http':
      return `${targetName(choice)} has its own principals; this option is for targets at a URL.`;
    case 'module':
    case 'given':
      return 'the module says itself which principals it knows; this option is for targets at a URL.';
    case 'aws':
      return requireRole(spec);
    case 'driver':
      if (kind === 'header') return 'a driver sends no header of the user; give key:, account: or role:.';
      return objectionOfUrl(kind);
    case 'http':
    case 'emulator':
      return objectionOfUrl(kind);
    default:
      return choice satisfies never;
  }
}

function objectionOfUrl(kind: NamedSpec['spec']['kind']): string | undefined {
  return kind === 'profile' ? 'profile: is for live AWS alone; give key:, account:, role: or header:.' : undefined;
}

/** Keys stay out of command lines there. Calls of other accounts have no guards yet. */
function requireRole({ kind }: NamedSpec['spec']): string {
  if (kind !== 'role' && kind !== 'profile') return `${kind}: is not for live AWS; give role: or profile:.`;
  throw refusal('--principal: live AWS is judged with one account alone, so leave this option out.');
}
