// Asks STS and IAM for the identity of the account, before anything in the account is changed.

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

/** The identity could not be determined; the message says why. */
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
    throw new UnknownIdentity(`STS does not name the account: ${nameOf(error)}`);
  } finally {
    client.destroy();
  }
}

/** The time-out of the request to IAM. */
const iamTimeoutMs = 10_000;

/**
 * ListAccountAliases, by a raw request, because one read needs no client. An account has at most one alias.
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
    throw new UnknownIdentity(`IAM does not name the aliases of the account: ${nameOf(error)}`);
  }
}

/** Only the name of an error, because messages may contain ARNs and keys. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it did not answer';
  return error.name === 'Error' || error.name === 'TypeError' ? error.message : error.name;
}
