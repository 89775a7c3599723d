// Takes out of everything that is written what says whose account it was: the account id, the ARNs of its CAs and users,
// keys, tokens and ids of requests. The placeholders are always the same, so that reports can be compared.
//
// What is known is looked for as it is: the account, the keys. What is only met on the way is learned where it is first
// seen: the id of a CA in its ARN, the id of a request in its header. Accounts that the suite made up stay.

import type { NamedGrantees } from '../api/grantees.js';

/** What stands for each secret. */
const placeholders = {
  account: '<account>',
  authority: '<ca>',
  request: '<request-id>',
  caller: '<caller>',
  key: '<key>',
  granteeAccount: '<grantee-account>',
  organization: '<organization>',
} as const;

export interface RedactorOptions {
  /** 12 digits. */
  readonly account: string;
  /** Keys, tokens, the ARN of the caller: whatever must not be seen. */
  readonly secrets: readonly string[];
  /** What the user named that exists. */
  readonly grantees?: NamedGrantees | undefined;
}

export interface Redactor {
  text(text: string): string;
  /** The same value with every text in it redacted, keys of objects included. */
  value<Value>(value: Value): Value;
}

export function createRedactor({ account, secrets, grantees = {} }: RedactorOptions): Redactor {
  const keys = secrets.filter((secret) => secret !== '').sort((one, other) => other.length - one.length);
  const accountId = spellings(account);
  const named = (['granteeAccount', 'organization'] as const).flatMap((name) => {
    const id = grantees[name];
    return id === undefined ? [] : [[spellings(id), placeholders[name]] as const];
  });
  const ids = new Map<string, RegExp>();
  const redactText = (text: string): string => {
    for (const [, id = ''] of text.matchAll(wholeIds(account))) ids.set(id.toLowerCase(), spellings(id));
    let redacted = text
      .replaceAll(requestIds, (words, id: string) => words.replace(id, placeholders.request))
      .replaceAll(accessKeys, (key) => (key === madeUpKey ? key : placeholders.key))
      .replaceAll(callerArns(account), (arn) => arn.replace(/[^:]+$/, placeholders.caller))
      // Also where it was cut short.
      .replaceAll(cutIds(account), (part) => part.replace(/[^/]+$/, placeholders.authority));
    // The longest first: one secret may be part of another.
    for (const key of keys) redacted = redacted.replaceAll(key, placeholders.key);
    if (/[0-9a-f]{8}-|\\u00/i.test(redacted)) {
      for (const id of ids.values()) redacted = redacted.replaceAll(id, placeholders.authority);
    }
    redacted = redacted.replaceAll(accountId, placeholders.account);
    for (const [id, placeholder] of named) redacted = redacted.replaceAll(id, placeholder);
    return redacted;
  };
  const redactValue = (value: unknown): unknown => {
    if (typeof value === 'string') return redactText(value);
    if (Array.isArray(value)) return value.map((each) => redactValue(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        redactText(key),
        isRequestIdKey(key) && typeof member === 'string' ? placeholders.request : redactValue(member),
      ]),
    );
  };
  return {
    text: redactText,
    // Only texts were changed, so the type is that of the value given.
    value: <Value>(value: Value) => redactValue(value) as Value,
  };
}

/** A word in either case, and with any of its characters as an escape of JSON, as the suite spells policies. */
function spellings(word: string): RegExp {
  const characters = [...word].map((character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `(?:${character}|\\\\+u${code})`;
  });
  return new RegExp(characters.join(''), 'gi');
}

function wholeIds(account: string): RegExp {
  return new RegExp(`:${account}:certificate-authority/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})`, 'gi');
}

function cutIds(account: string): RegExp {
  return new RegExp(`:${account}:certificate-authority/[0-9a-f][0-9a-f-]{0,35}`, 'gi');
}

/** Access keys as IAM writes them. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const accessKeys = /\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g;

/** Signs for targets that do not look at signatures. */
const madeUpKey = 'AKIDEXAMPLE';

/** As headers, XML and messages have them. */
const requestIds = /request-?\s?id["'>:=\s]{1,5}([0-9a-f]{8}-[0-9a-f-]{20,40})/gi;

function isRequestIdKey(key: string): boolean {
  return /^x-amzn?-request-?id$/i.test(key) || /^requestId$/i.test(key);
}

/** Users, roles and sessions of the account, by name. */
function callerArns(account: string): RegExp {
  return new RegExp(`arn:[a-z-]+:(?:iam|sts)::${account}:(?:user|role|assumed-role|federated-user)/[\\w+=,.@/-]+`, 'g');
}
