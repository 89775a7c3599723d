// The stand-in of live AWS for tests of the command line, with one or two CAs of the user.

import type { OperationInputs, OperationName } from '../api/operation.js';
import type { Output } from '../api/outcome.js';
import type { Service } from '../api/service.js';
import { startStandIn, type StandIn, type StandInOptions } from '../emulator/stand-in.js';
import type { ServiceState } from '../model/state/state.js';
import { wellBehaved } from './odd-services.js';
import { defaults } from '../run/session/run-config.js';

export const account = '111122223333';
export const region = 'us-east-1';

/** The data that a rehearsal needs about a run, as small as possible. */
export const rehearsed = {
  target: { choice: { kind: 'aws' }, region, accessKey: '', secretKey: '', client: 'own' },
  selection: { ...defaults.selection, profile: 'smoke', runs: 1 },
  judging: { ...defaults.judging, consistency: 'eventual' },
} as const;

/** The arguments that satisfy every guard, as a user writes them. */
export const allowed: readonly string[] = [
  '--target',
  'aws',
  '--region',
  region,
  '--allow-region',
  region,
  '--allow-account',
  account,
];

export interface TestStandIn extends StandIn {
  /** The environment that leads the command line here. */
  readonly env: Readonly<Record<string, string>>;
  /** The answer to a call from inside the process, which must succeed. */
  output<Name extends OperationName>(kind: Name, input: OperationInputs[Name]): Promise<Output>;
  /** ARNs of the CAs that are not deleted. */
  authorities(): Promise<readonly string[]>;
  /** How many requests to AWS Private CA arrived. */
  privateCaRequests(): number;
}

export type TestStandInOptions = Partial<StandInOptions<ServiceState>> & {
  readonly service?: Service<ServiceState>;
};

export async function startTestStandIn(options: TestStandInOptions = {}): Promise<TestStandIn> {
  const standIn = await startStandIn<ServiceState>({
    service: wellBehaved,
    nowMs: () => Date.now(),
    account,
    partition: 'aws',
    region,
    keepsQuotas: false,
    ...options,
  });
  const output: TestStandIn['output'] = async (kind, input) => {
    // The names of operations and their inputs belong together, which the compiler cannot follow through a union.
    const outcome = await standIn.perform({ kind, input } as Parameters<typeof standIn.perform>[0]);
    if (outcome.kind === 'success') return outcome.output;
    throw new Error(`${kind} was answered with ${JSON.stringify(outcome)}`);
  };
  return {
    ...standIn,
    env: { PCA_TEST_STAND_IN: standIn.url },
    output,
    async authorities() {
      const listed = (await output('ListCertificateAuthorities', { MaxResults: 1_000 }))['CertificateAuthorities'];
      const all = listed as readonly { readonly Arn: string; readonly Status: string }[];
      return all.filter(({ Status: status }) => status !== 'DELETED').map(({ Arn: arn }) => arn);
    },
    privateCaRequests: () =>
      [...standIn.requests].reduce((sum, [name, count]) => (name.includes(':') ? sum : sum + count), 0),
  };
}

/** A CA as the user made it, with these tags. */
export async function makeUsersAuthority(
  { output }: Pick<TestStandIn, 'output'>,
  {
    commonName = 'for tests',
    tags = [{ Key: 'pca-conformance', Value: 'mine' }],
  }: {
    readonly commonName?: string;
    readonly tags?: readonly { readonly Key: string; readonly Value: string }[];
  } = {},
): Promise<string> {
  const made = await output('CreateCertificateAuthority', {
    CertificateAuthorityType: 'SUBORDINATE',
    CertificateAuthorityConfiguration: {
      KeyAlgorithm: 'EC_prime256v1',
      SigningAlgorithm: 'SHA256WITHECDSA',
      Subject: { CommonName: commonName },
    },
    Tags: tags,
  });
  return String(made['CertificateAuthorityArn']);
}
