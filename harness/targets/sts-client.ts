// Asks the STS of a target who has which keys, and for temporary keys of a role, by the Query protocol.
// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html,
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html

import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { AwsKeys } from '../api/aws-keys.js';
import type { Identity } from './aws-identity.js';
import { createHttpExchange } from './http-exchange.js';
import type { Access } from './principal-access.js';
import { sdkKeys } from './sdk-keys.js';

/**
 * STS returned nothing of use.
 * - `refused`: it knows the request, and does not accept the keys or the role;
 * - `absent`: the target has no STS, or none with this action;
 * - `unreachable`: there is no answer at all.
 */
export class StsFault extends Error {
  override readonly name = 'StsFault';
  constructor(
    readonly kind: 'refused' | 'absent' | 'unreachable',
    message: string,
  ) {
    super(message);
  }
}

export interface TemporaryKeys extends AwsKeys {
  /** In milliseconds since 1970. */
  readonly expiresAtMs: number;
}

export interface RoleRequest {
  readonly roleArn: string;
  /** Takes rights of the role away. */
  readonly policy?: string | undefined;
}

export interface StsClient {
  /** Rejects with an StsFault. */
  callerIdentity(access: Access): Promise<Identity>;
  /** Rejects with an StsFault. */
  assumeRole(access: Access, request: RoleRequest): Promise<TemporaryKeys>;
}

export interface StsOptions {
  readonly url: string;
  readonly region: string;
  readonly caFile?: string | undefined;
  readonly timeoutMs: number;
}

/** Errors of a service that does not know the action or the protocol. */
const unknownAction =
  /^(Invalid|Missing|Unknown|Unsupported)(Action|Operation|Method)|^(NotImplemented|Serialization|Internal|ServiceUnavailable|NoSuchBucket)/;

export function createStsClient({ url, region, caFile, timeoutMs }: StsOptions): StsClient {
  const httpsAgent = new HttpsAgent(caFile === undefined ? {} : { ca: readFileSync(caFile) });
  const agents = { httpAgent: new HttpAgent(), httpsAgent };
  const ask = async ({ credentials, headers: own }: Access, parameters: Record<string, string>): Promise<string> => {
    const signing = { url, region, credentials: sdkKeys(credentials), headers: own, service: 'sts', ...agents };
    const exchange = createHttpExchange(signing);
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const body = new URLSearchParams({ Version: '2011-06-15', ...parameters }).toString();
    const abortSignal = AbortSignal.timeout(timeoutMs);
    const read = await exchange({ method: 'POST', path: '/', headers, body }, { abortSignal, wire: undefined }).catch(
      (error: unknown) => {
        throw new StsFault('unreachable', error instanceof Error ? error.message : String(error));
      },
    );
    if (!('answer' in read)) throw new StsFault('absent', `status ${read.status} with an endless body`);
    const { status, body: text } = read.answer;
    if (status >= 200 && status < 300) return text;
    const code = /<Code>([\w.]{1,100})<\/Code>/.exec(text)?.[1] ?? /"__type":\s*"(?:[^"#]*#)?(\w+)"/.exec(text)?.[1];
    const isRefusal = code !== undefined && status < 500 && status !== 404 && !unknownAction.test(code);
    throw new StsFault(isRefusal ? 'refused' : 'absent', code ?? `status ${status}`);
  };
  return {
    async callerIdentity(access) {
      const text = await ask(access, { Action: 'GetCallerIdentity' });
      const account = /<Account>(\d{12})<\/Account>/.exec(text)?.[1];
      const arn = /<Arn>([^<]{1,2048})<\/Arn>/.exec(text)?.[1];
      if (account !== undefined && arn !== undefined) return { account, arn };
      throw new StsFault('absent', 'an answer that names no account');
    },
    async assumeRole(access, { roleArn, policy }) {
      const text = await ask(access, {
        Action: 'AssumeRole',
        RoleArn: roleArn,
        RoleSessionName: 'pca-conformance',
        ...(policy === undefined ? {} : { Policy: policy }),
      });
      const part = (name: string): string => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1] ?? '';
      const accessKeyId = part('AccessKeyId');
      const secretAccessKey = part('SecretAccessKey');
      const expiresAtMs = Date.parse(part('Expiration'));
      if (accessKeyId === '' || secretAccessKey === '') throw new StsFault('absent', 'an answer without keys');
      return {
        accessKeyId,
        secretAccessKey,
        sessionToken: part('SessionToken'),
        expiresAtMs: Number.isNaN(expiresAtMs) ? Infinity : expiresAtMs,
      };
    },
  };
}
