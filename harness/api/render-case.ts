// Fills in the tokens of a case for the CAs of the run.
//
//   {{ca0.arn}} {{ca0.id}} {{ca0.account}} {{ca0.region}} {{ca0.partition}}   a part of the first CA's ARN
//   {{ca0.ID}}         its id in upper case
//   {{ca0.account:not:111122223333:444455556666}}   the first of two strings that differs from that part of its ARN
//   {{fill:61:200}}    as many characters U+0061 as are missing from 200 characters in the whole string
//   {{grantee.account}} {{third.account}}   the account of a principal, or an example that may not exist
//   {{grantee.near}}   an account that differs from that of the grantee in the last digit
//   {{grantee.arn}}    the ARN of a principal, if the target has it
//   {{grantee.organization}}   the organization that the user named, or an example that may not exist
//   {{certificate0.arn}} {{certificate0.serial}}   of the first certificate that was issued in the case
//
// Anything else in double braces is not changed.

import type { ApiCall } from './raw-request.js';
import { mapTexts, type CborItem } from './cbor/cbor-item.js';
import { parseAuthorityArn } from './resource-arn.js';
import { accountOf, organizationOf, type NamedGrantees } from './grantees.js';
import { isPrincipalName, principalRoles } from './principal.js';

/** The call with its tokens filled in. `arns` are the CAs of the case, in order. */
export function renderOperation<Each extends ApiCall>(
  operation: Each,
  arns: readonly string[],
  named: NamedGrantees = {},
): Each {
  const hasTokens = Object.values(operation.input).some((value) => typeof value === 'string' && value.includes('{{'));
  return hasTokens || hasCbor(operation) ? withTexts(operation, (text) => renderText(text, arns, named)) : operation;
}

/** The call with every string of its input changed. */
export function withTexts<Each extends ApiCall>(operation: Each, change: (text: string) => string): Each {
  const input = Object.fromEntries(
    Object.entries(operation.input).map(([member, value]) => [
      member,
      typeof value === 'string' ? change(value) : value,
    ]),
  );
  if (hasCbor(operation)) input['cbor'] = mapTexts(operation.input.cbor, change);
  // Only strings were changed, so the type is the same.
  return { ...operation, input };
}

export function renderText(text: string, arns: readonly string[], named: NamedGrantees = {}): string {
  if (!text.includes('{{')) return text;
  const withGrantees = withPrincipals(text, arns[0], named);
  const withParts = withGrantees.replaceAll(
    /\{\{ca(\d{1,2})\.(arn|id|ID|account|region|partition)(?::not:([^:{}]+):([^:{}]+))?\}\}/g,
    (token, index, part, one, another) => {
      const own = partOf(arns[Number(index)], String(part));
      if (own === undefined || one === undefined) return own ?? token;
      return own === one ? another : one;
    },
  );
  const fill = /\{\{fill:([0-9a-f]{1,4}):(\d{1,8})\}\}/.exec(withParts);
  if (fill === null) return withParts;
  const [token, codePoint = '', length = ''] = fill;
  const missing = Math.max(0, Number(length) - (withParts.length - token.length));
  const character = String.fromCharCode(Number.parseInt(codePoint, 16));
  return withParts.slice(0, fill.index) + character.repeat(missing) + withParts.slice(fill.index + token.length);
}

function besides(account: string): string {
  return `${account.slice(0, -1)}${(Number(account.slice(-1)) + 1) % 10}`;
}

function withPrincipals(text: string, arn: string | undefined, named: NamedGrantees): string {
  return text
    .replaceAll('{{grantee.organization}}', () => organizationOf(named))
    .replaceAll('{{grantee.near}}', () => besides(accountOf('grantee', named, partOf(arn, 'account'))))
    .replaceAll(/\{\{([a-z\d-]+)\.(account|arn)\}\}/g, (token, name, part) => {
      if (!isPrincipalName(name)) return token;
      if (part === 'arn') return named.principals?.[name]?.arn ?? token;
      return accountOf(principalRoles[name].account, named, partOf(arn, 'account'));
    });
}

/** The call with the certificates that were issued before it in the case, by their ARNs. */
export function withCertificates<Each extends ApiCall>(call: Each, certificates: readonly string[]): Each {
  return withTexts(call, (text) =>
    text.replaceAll(/\{\{certificate(\d{1,2})\.(arn|serial)\}\}/g, (token, index, part) => {
      const arn = certificates[Number(index)];
      return (part === 'arn' ? arn : arn?.replace(/^.*\//, '')) ?? token;
    }),
  );
}

function partOf(arn: string | undefined, part: string): string | undefined {
  if (arn === undefined) return undefined;
  if (part === 'arn') return arn;
  const parts = parseAuthorityArn(arn);
  switch (part) {
    case 'id':
      return parts?.id;
    case 'ID':
      return parts?.id.toUpperCase();
    case 'account':
      return parts?.account;
    case 'region':
      return parts?.region;
    default:
      return parts?.partition;
  }
}

function hasCbor(call: ApiCall): call is ApiCall & { readonly input: { readonly cbor: CborItem } } {
  return call.kind === 'RawRequest' && call.input.cbor !== undefined;
}
