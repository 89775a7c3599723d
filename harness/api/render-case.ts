// Fills in the tokens of a case for the CAs of the run.
//
//   {{ca0.arn}} {{ca0.id}} {{ca0.account}} {{ca0.region}} {{ca0.partition}}   a part of the first CA's ARN
//   {{ca0.ID}}         its id in upper case
//   {{ca0.account:not:111122223333:444455556666}}   the first of two strings that differs from that part of its ARN
//   {{fill:61:200}}    as many characters U+0061 as are missing from 200 characters in the whole string
//   {{grantee.account}} {{grantee.organization}}   those that the user named, or examples that may not exist
//
// Anything else in double braces is not changed.

import type { ApiCall } from './raw-request.js';
import { mapTexts, type CborItem } from './cbor/cbor-item.js';
import { parseAuthorityArn } from './resource-arn.js';
import type { NamedGrantees } from './grantees.js';
import { exampleAccounts, exampleOrganization } from './principal.js';

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
  const withGrantees = text.replaceAll(/\{\{grantee\.(account|organization)\}\}/g, (_token, part) =>
    part === 'account'
      ? (named.granteeAccount ?? exampleAccount(arns[0]))
      : (named.organization ?? exampleOrganization),
  );
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

function exampleAccount(arn: string | undefined): string {
  const [first, second] = exampleAccounts;
  return partOf(arn, 'account') === first ? second : first;
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
