// GetCallerIdentity of STS and ListAccountAliases of IAM, in the Query protocol with answers in XML.
// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
// and https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html

import type { HttpAnswer } from '../api/http-answer.js';
import type { Failure } from './failure.js';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';
const iamNamespace = 'https://iam.amazonaws.com/doc/2010-05-08/';
const xmlHeaders = { 'content-type': 'text/xml' };

/** Undefined if the request is not of the Query protocol. */
export function readQueryAction(contentType: string | undefined, body: Uint8Array): string | undefined {
  if (contentType?.startsWith('application/x-www-form-urlencoded') !== true) return undefined;
  return new URLSearchParams(Buffer.from(body).toString('utf8')).get('Action') ?? '';
}

/** The identity of the caller and the account. */
export interface Account {
  readonly partition: string;
  readonly account: string;
  /** By default a user, and not the root user of the account. */
  readonly callerArn?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
}

/** The service of an action, by its name in signatures. */
export function serviceOf(action: string): 'sts' | 'iam' {
  return action === 'ListAccountAliases' ? 'iam' : 'sts';
}

export function answerQuery(
  action: string,
  { partition, account, callerArn, aliases = [] }: Account,
  requestId: string,
): HttpAnswer {
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  switch (action) {
    case 'GetCallerIdentity': {
      const arn = escapeXml(callerArn ?? `arn:${partition}:iam::${account}:user/pca-conformance`);
      const body = `<GetCallerIdentityResponse xmlns="${namespace}"><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>AIDAPCACONFORMANCE0000</UserId><Account>${account}</Account></GetCallerIdentityResult>${metadata}</GetCallerIdentityResponse>`;
      return { status: 200, headers: xmlHeaders, body };
    }
    case 'ListAccountAliases': {
      const members = aliases.map((alias) => `<member>${escapeXml(alias)}</member>`).join('');
      const body = `<ListAccountAliasesResponse xmlns="${iamNamespace}"><ListAccountAliasesResult><IsTruncated>false</IsTruncated><AccountAliases>${members}</AccountAliases></ListAccountAliasesResult>${metadata}</ListAccountAliasesResponse>`;
      return { status: 200, headers: xmlHeaders, body };
    }
    default: {
      const message = `Could not find operation ${action}; there are only GetCallerIdentity and ListAccountAliases.`;
      return writeQueryFailure({ error: 'InvalidAction', status: 400, message }, requestId);
    }
  }
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
