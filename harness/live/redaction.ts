// Redacts everything that is written: the account id, the ARNs of its CAs and users, keys, tokens and request ids. The
// placeholders are always the same, so that reports can be compared.
//
// Known values, such as the account and the keys, are searched for. Others are learned when they are first seen: the id of
// a CA in its ARN, the id of a request in its header. The example accounts of the suite are kept.

import type { NamedGrantees } from '../api/grantees.js';

/** The placeholders. */
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
  /** Keys, tokens and the ARN of the caller. */
  readonly secrets: readonly string[];
  /** The grantees that the user named. */
  readonly grantees?: NamedGrantees | undefined;
}

export interface Redactor {
  text(text: string): string;
  /** The value with every string in it redacted, including the keys of objects. */
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
      // Truncated ids as well.
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
    // Only strings were changed, so the type is the same.
    value: <Value>(value: Value) => redactValue(value) as Value,
  };
}

/** Matches a word in any case, with any of its characters written as a JSON escape. */
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

/** Keys for targets that do not verify signatures. */
const madeUpKey = 'AKIDEXAMPLE';

/** Request ids in headers, XML and messages. */
const requestIds = /request-?\s?id["'>:=\s]{1,5}([0-9a-f]{8}-[0-9a-f-]{20,40})/gi;

function isRequestIdKey(key: string): boolean {
  return /^x-amzn?-request-?id$/i.test(key) || /^requestId$/i.test(key);
}

/** Users, roles and sessions of the account, by name. */
function callerArns(account: string): RegExp {
  return new RegExp(`arn:[a-z-]+:(?:iam|sts)::${account}:(?:user|role|assumed-role|federated-user)/[\\w+=,.@/-]+`, 'g');
}
