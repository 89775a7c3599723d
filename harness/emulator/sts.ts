// GetCallerIdentity and AssumeRole of STS and ListAccountAliases of IAM, in the Query protocol with answers in XML.
// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html,
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
// and https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html

import type { HttpAnswer } from '../api/http-answer.js';
import { assumeRole } from './assume-role.js';
import type { Callers, KnownCaller, TemporaryKey } from './callers.js';
import type { Failure } from './failure.js';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';
const iamNamespace = 'https://iam.amazonaws.com/doc/2010-05-08/';
const xmlHeaders = { 'content-type': 'text/xml' };

/** The parameters of a request of the Query protocol; undefined if it is another. */
export function readQuery(contentType: string | undefined, body: Uint8Array): URLSearchParams | undefined {
  if (contentType?.startsWith('application/x-www-form-urlencoded') !== true) return undefined;
  return new URLSearchParams(Buffer.from(body).toString('utf8'));
}

export interface QueryContext {
  readonly caller: KnownCaller;
  /** The aliases of the account that owns the CAs. */
  readonly aliases?: readonly string[] | undefined;
  readonly assume: Callers['assume'];
}

/** The service of an action, by its name in signatures. */
export function serviceOf(action: string): 'sts' | 'iam' {
  return action === 'ListAccountAliases' ? 'iam' : 'sts';
}

export function answerQuery(query: URLSearchParams, context: QueryContext, requestId: string): HttpAnswer {
  const action = query.get('Action') ?? '';
  const { caller, aliases = [] } = context;
  switch (action) {
    case 'GetCallerIdentity': {
      const { arn, userId, account } = caller;
      const result = `<Arn>${escapeXml(arn)}</Arn><UserId>${escapeXml(userId)}</UserId><Account>${account}</Account>`;
      return writeResult({ action, namespace, result, requestId });
    }
    case 'AssumeRole': {
      const assumed = assumeRole(query, context);
      if ('error' in assumed) return writeQueryFailure(assumed, requestId);
      return writeResult({ action, namespace, result: writeSession(assumed), requestId });
    }
    case 'ListAccountAliases': {
      const members = aliases.map((alias) => `<member>${escapeXml(alias)}</member>`).join('');
      const result = `<IsTruncated>false</IsTruncated><AccountAliases>${members}</AccountAliases>`;
      return writeResult({ action, namespace: iamNamespace, result, requestId });
    }
    default: {
      const message = `Could not find operation ${action}; there are only GetCallerIdentity, AssumeRole and ListAccountAliases.`;
      return writeQueryFailure({ error: 'InvalidAction', status: 400, message }, requestId);
    }
  }
}

function writeResult(answer: {
  readonly action: string;
  readonly namespace: string;
  /** In XML. */
  readonly result: string;
  readonly requestId: string;
}): HttpAnswer {
  const { action, result, requestId } = answer;
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  const body = `<${action}Response xmlns="${answer.namespace}"><${action}Result>${result}</${action}Result>${metadata}</${action}Response>`;
  return { status: 200, headers: xmlHeaders, body };
}

function writeSession({ accessKeyId, secretAccessKey, sessionToken, expiresAtMs, caller }: TemporaryKey): string {
  const expiration = new Date(expiresAtMs).toISOString();
  return (
    `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey>` +
    `<SessionToken>${sessionToken}</SessionToken><Expiration>${expiration}</Expiration></Credentials>` +
    `<AssumedRoleUser><AssumedRoleId>${escapeXml(caller.userId)}</AssumedRoleId><Arn>${escapeXml(caller.arn)}</Arn></AssumedRoleUser>`
  );
}

export function writeQueryFailure({ error, status, message }: Failure, requestId: string): HttpAnswer {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const body = `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${escapeXml(error)}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status, headers: xmlHeaders, body };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  // XML 1.0 permits no other control characters.
  return text
    .replaceAll(/[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '?')
    .replaceAll(/[&<>"']/g, (each) => entities[each] ?? each);
}
