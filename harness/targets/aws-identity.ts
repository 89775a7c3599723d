// Asks AWS whose account it is, before anything of the account is touched.

import { SignatureV4 } from '@smithy/signature-v4';
import type { KeyProvider } from '../api/aws-keys.js';
import { sdkKeys } from './sdk-keys.js';
import { Sha256 } from '../api/sha256.js';
import type { AwsEndpoints } from './aws-endpoints.js';

export interface Identity {
  /** 12 digits. */
  readonly account: string;
  /** The ARN of the user, role or root that calls. */
  readonly arn: string;
}

/** An answer that tells nothing; the message says what was asked and what came. */
export class UnknownIdentity extends Error {
  override readonly name = 'UnknownIdentity';
}

/** GetCallerIdentity, which needs no permission. Rejects with UnknownIdentity. */
export async function askIdentity({ sts }: AwsEndpoints, region: string, keys: KeyProvider): Promise<Identity> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const client = new STSClient({ region, endpoint: sts, credentials: sdkKeys(keys), maxAttempts: 3 });
  try {
    const { Account: account, Arn: arn } = await client.send(new GetCallerIdentityCommand({}));
    if (account === undefined || arn === undefined) throw new Error('the answer names no account');
    return { account, arn };
  } catch (error) {
    throw new UnknownIdentity(`STS does not say whose account it is: ${nameOf(error)}`);
  } finally {
    client.destroy();
  }
}

/** How long IAM is waited for. */
const iamTimeoutMs = 10_000;

/**
 * ListAccountAliases, by a request made by hand: one read needs no client. An account has one alias at most.
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html
 */
export async function askAccountAliases(
  { iam, iamRegion }: AwsEndpoints,
  keys: KeyProvider,
): Promise<readonly string[]> {
  const signer = new SignatureV4({ credentials: sdkKeys(keys), region: iamRegion, service: 'iam', sha256: Sha256 });
  const { protocol, host, hostname } = new URL(iam);
  const body = 'Action=ListAccountAliases&Version=2010-05-08';
  const headers = { host, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  const request = await signer.sign({ method: 'POST', protocol, hostname, path: '/', headers, body });
  try {
    const signal = AbortSignal.timeout(iamTimeoutMs);
    const answer = await fetch(iam, { method: 'POST', headers: request.headers, body, redirect: 'error', signal });
    const text = await answer.text();
    if (!answer.ok) throw new Error(/<Code>([\w.]{1,100})<\/Code>/.exec(text)?.[1] ?? `HTTP ${answer.status}`);
    return [...text.matchAll(/<member>([^<]*)<\/member>/g)].map(([, alias = '']) => alias);
  } catch (error) {
    throw new UnknownIdentity(`IAM does not say how the account is called: ${nameOf(error)}`);
  }
}

/** The name of an error and no more: messages repeat ARNs and keys. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it did not answer';
  return error.name === 'Error' || error.name === 'TypeError' ? error.message : error.name;
}
