// The option that names the principals of a target: `--principal NAME=SPEC`.

import type { NamedSpec, PrincipalSpec } from '../../api/principal-spec.js';
import { isPrincipalName, principalNames } from '../../api/principal.js';
import { suggestion } from '../../text/nearest.js';
import { shellQuote } from '../../text/shell-quote.js';
import { list, optionGroup, WrongValue } from './option-table.js';

export const principalOptions = optionGroup('Target:', {
  principals: list(
    '--principal <name=spec>',
    'another caller and its credentials: grantee=role:ARN, =account:ID, =key:ID:SECRET[:TOKEN] or =header:NAME=VALUE',
    { read: readPrincipal, write: writePrincipal },
    { replay: true, resume: true, map: 'principals', secret: { shown: shownPrincipal } },
  ),
});

/** One principal, as on the command line. Throws a `WrongValue`. */
export function readPrincipal(given: string): NamedSpec {
  const { name, text } = /^(?<name>[^=:]*)=(?<text>.*)$/s.exec(given)?.groups ?? {};
  if (name === undefined || text === undefined) {
    throw new WrongValue('is not of the form NAME=SPEC; give one such as grantee=role:ARN.');
  }
  if (isPrincipalName(name)) return { name, spec: readSpec(text) };
  throw new WrongValue(
    `is not the name of a principal, which is one of ${principalNames.join(', ')}.${suggestion(name, principalNames)}`,
  );
}

const forms = 'key:ID:SECRET, key:ID:SECRET:TOKEN, account:ID, role:ARN, header:NAME=VALUE or profile:NAME';

function readSpec(given: string): PrincipalSpec {
  const { kind = '', rest = '' } = /^(?<kind>[a-z]+):(?<rest>.+)$/s.exec(given)?.groups ?? {};
  switch (kind) {
    case 'key':
      return readKey(rest);
    case 'account':
      return { kind, account: readAccount(rest) };
    case 'role':
      return readRole(rest);
    case 'header':
      return readHeader(rest);
    case 'profile': {
      const { text, account } = splitAccount(rest);
      return { kind, profile: text, ...account };
    }
    default:
      throw new WrongValue(
        `needs credentials of the form ${forms}.${suggestion(kind, ['key', 'account', 'role', 'header', 'profile'])}`,
      );
  }
}

function readKey(given: string): PrincipalSpec {
  const { text, account } = splitAccount(given);
  const [accessKeyId = '', secretAccessKey = '', sessionToken, ...more] = text.split(':');
  const isWhole = [accessKeyId, secretAccessKey, sessionToken ?? '-'].every((part) => /^[\x21-\x7e]+$/.test(part));
  if (!isWhole || more.length > 0 || /[/,=]/.test(accessKeyId)) {
    throw new WrongValue('needs a key of the form key:ID:SECRET or key:ID:SECRET:TOKEN, without spaces.');
  }
  return {
    kind: 'key',
    keys: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    ...account,
  };
}

function readRole(arn: string): PrincipalSpec {
  const account = /^arn:[a-z-]+:iam::(\d{12}):role\/[\w+=,.@/-]+$/.exec(arn)?.[1];
  if (account !== undefined) return { kind: 'role', arn, account };
  throw new WrongValue('needs the ARN of a role, such as role:arn:aws:iam::444455556666:role/grantee.');
}

function readHeader(given: string): PrincipalSpec {
  const { text, account } = splitAccount(given);
  const { name, value } = /^(?<name>[\w-]+)=(?<value>[\x20-\x7e]+)$/.exec(text)?.groups ?? {};
  if (name !== undefined && value !== undefined) return { kind: 'header', name: name.toLowerCase(), value, ...account };
  throw new WrongValue('needs a header of the form header:NAME=VALUE, such as header:x-moto-account-id=444455556666.');
}

/** The account behind the last @, if there is one. */
function splitAccount(given: string): { readonly text: string; readonly account: { readonly account?: string } } {
  const { text, account } = /^(?<text>.*)@(?<account>\d+)$/s.exec(given)?.groups ?? {};
  if (text === undefined || account === undefined) return { text: given, account: {} };
  return { text, account: { account: readAccount(account) } };
}

function readAccount(given: string): string {
  if (/^\d{12}$/.test(given)) return given;
  throw new WrongValue('needs the 12 digits of an account.');
}

function writePrincipal({ name, spec }: NamedSpec): string {
  return `${name}=${writeSpec(spec, { hide: (secret) => secret, quote: (text) => text })}`;
}

/** A principal as a word of a shell that names variables instead of secrets. */
function shownPrincipal(given: string): string {
  const { name, spec } = readPrincipal(given);
  const variable = (what: string): string => `"$${`${name}_${what}`.replaceAll('-', '_').toUpperCase()}"`;
  return `${name}=${writeSpec(spec, { hide: (_secret, what) => variable(what), quote: shellQuote })}`;
}

interface Writing {
  readonly hide: (secret: string, what: string) => string;
  readonly quote: (text: string) => string;
}

function writeSpec(spec: PrincipalSpec, { hide, quote }: Writing): string {
  switch (spec.kind) {
    case 'key': {
      const { accessKeyId, secretAccessKey, sessionToken } = spec.keys;
      const token = sessionToken === undefined ? '' : `:${hide(sessionToken, 'token')}`;
      return `key:${quote(accessKeyId)}:${hide(secretAccessKey, 'secret')}${token}${accountOf(spec)}`;
    }
    case 'account':
      return `account:${spec.account}`;
    case 'role':
      return `role:${quote(spec.arn)}`;
    case 'header':
      return `header:${spec.name}=${hide(spec.value, 'header')}${accountOf(spec)}`;
    case 'profile':
      return `profile:${quote(spec.profile)}${accountOf(spec)}`;
    default:
      return spec satisfies never;
  }
}

function accountOf({ account }: PrincipalSpec): string {
  return account === undefined ? '' : `@${account}`;
}
