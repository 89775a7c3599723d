// The principals of a target that has been started: those that the user named, or those that are known of it.

import type { NamedSpec } from '../../api/principal-spec.js';
import { exitCodes } from '../../results/exit-code.js';
import { readPrincipal } from '../../run/options/principal-options.js';
import type { PrincipalsOptions } from '../../run/session/open-principals.js';
import type { Judging, TargetConfig } from '../../run/session/run-config.js';
import { urlOf } from '../../run/session/target-choice.js';
import { CommandFailure } from '../output/failure.js';

/**
 * The target with its principals: those that the user named, otherwise those that are known of the emulator. If an emulator
 * does not do what is known of it, it has no principals, which is said where a capability is missing.
 */
export async function withPrincipals(
  target: TargetConfig,
  judging: Judging,
  known: Readonly<Record<string, string>> = {},
): Promise<TargetConfig> {
  if (target.accesses !== undefined) return target;
  const { principals: named = [] } = target;
  const url = target.hostedUrl ?? urlOf(target.choice);
  if (url === undefined) return target;
  const specs = named.length > 0 ? named : specsOf(known);
  if (specs.length === 0) return target;
  const { openPrincipals, UnusablePrincipal } = await import('../../run/session/open-principals.js');
  try {
    return { ...target, accesses: await openPrincipals(specs, optionsOf(url, target, judging)) };
  } catch (error) {
    if (!(error instanceof UnusablePrincipal)) throw error;
    if (named.length === 0) return { ...target, accesses: { accesses: {}, fault: error.message } };
    throw new CommandFailure(error.kind === 'usage' ? exitCodes.usage : exitCodes.inconclusive, error.message);
  }
}

function specsOf(known: Readonly<Record<string, string>>): readonly NamedSpec[] {
  return Object.entries(known).map(([name, spec]) => readPrincipal(`${name}=${spec}`));
}

function optionsOf(
  url: string,
  { region, caFile, accessKey, secretKey }: TargetConfig,
  { callTimeoutMs, granteeAccount, organization }: Judging,
): PrincipalsOptions {
  return {
    url,
    region,
    caFile,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    timeoutMs: callTimeoutMs,
    granteeAccount,
    organization,
    nowMs: () => Date.now(),
  };
}
