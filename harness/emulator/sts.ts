// GetCallerIdentity of STS, which clients call to learn the account, in the Query protocol with answers in XML.
// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html

import type { HttpAnswer } from '../api/http-answer.js';
import type { Failure } from './failure.js';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';
const xmlHeaders = { 'content-type': 'text/xml' };

/** Undefined for a request that is not of the Query protocol. */
export function readQueryAction(contentType: string | undefined, body: Uint8Array): string | undefined {
  if (contentType?.startsWith('application/x-www-form-urlencoded') !== true) return undefined;
  return new URLSearchParams(Buffer.from(body).toString('utf8')).get('Action') ?? '';
}

/** The caller is a user and never the root of the account. */
export function answerQuery(
  action: string,
  {
    partition,
    account,
    requestId,
  }: { readonly partition: string; readonly account: string; readonly requestId: string },
): HttpAnswer {
  if (action !== 'GetCallerIdentity') {
    const message = `Could not find operation ${action}; of STS there is only GetCallerIdentity.`;
    return writeQueryFailure({ error: 'InvalidAction', status: 400, message }, requestId);
  }
  const body = `<GetCallerIdentityResponse xmlns="${namespace}"><GetCallerIdentityResult><Arn>arn:${partition}:iam::${account}:user/pca-conformance</Arn><UserId>AIDAPCACONFORMANCE0000</UserId><Account>${account}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;
  return { status: 200, headers: xmlHeaders, body };
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
  // Other control characters cannot stand in XML 1.0 at all.
  return text
    .replaceAll(/[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '?')
    .replaceAll(/[&<>"']/g, (each) => entities[each] ?? each);
}
