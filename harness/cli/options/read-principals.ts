// Reads the principals of a target, and rejects those that it cannot have, before anything is sent.

import type { NamedSpec } from '../../api/principal-spec.js';
import { judgingOptions } from '../../run/options/judging-options.js';
import { principalOptions } from '../../run/options/principal-options.js';
import { accountProblem } from '../../run/session/principal-accounts.js';
import { targetName, type TargetChoice } from '../../run/session/target-choice.js';
import { usageError } from '../output/failure.js';
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
function problemWith({ spec: { kind } }: NamedSpec, choice: TargetChoice): string | undefined {
  switch (choice.kind) {
    case 'builtin':
    case 'builtin-http':
      return `${targetName(choice)} has its own principals; this option is for targets at a URL.`;
    case 'module':
    case 'given':
      return 'the module says itself which principals it knows; this option is for targets at a URL.';
    case 'aws':
      return objectionOfAws(kind);
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

function objectionOfAws(kind: NamedSpec['spec']['kind']): string | undefined {
  if (kind === 'role' || kind === 'profile') return undefined;
  return `${kind}: is not for live AWS, whose keys stay out of command lines; give role: or profile:.`;
}
