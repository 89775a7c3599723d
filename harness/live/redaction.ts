// Takes out of everything that is written what says whose account it was: the account id, the ARNs of its CAs and users,
// keys, tokens and ids of requests. The placeholders are always the same, so that reports can be compared.
//
// What is known is looked for as it is: the account, the keys. What is only met on the way is learned where it is first
// seen: the id of a CA in its ARN, the id of a request in its header. Accounts that the suite made up stay.

/** What stands for each secret. */
const placeholders = {
  account: '<account>',
  authority: '<ca>',
  request: '<request-id>',
  caller: '<caller>',
  key: '<key>',
} as const;

export interface RedactorOptions {
  /** 12 digits. */
  readonly account: string;
  /** Keys, tokens, the ARN of the caller: whatever must not be seen. */
  readonly secrets: readonly string[];
}

export interface Redactor {
  text(text: string): string;
  /** The same value with every text in it redacted, keys of objects included. */
  value<Value>(value: Value): Value;
}

export function createRedactor({ account, secrets }: RedactorOptions): Redactor {
  const words = new Map<string, string>();
  for (const secret of secrets) if (secret !== '') words.set(secret, placeholders.key);
  // A digit before or after makes it another number.
  const accountId = new RegExp(`(?<!\\d)${account}(?!\\d)`, 'g');
  const learn = (text: string): void => {
    for (const [, id = ''] of text.matchAll(
      new RegExp(`:${account}:certificate-authority/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})`, 'gi'),
    )) {
      words.set(id.toLowerCase(), placeholders.authority);
      words.set(id.toUpperCase(), placeholders.authority);
    }
    for (const [, id = ''] of text.matchAll(requestIds)) words.set(id, placeholders.request);
    for (const [key] of text.matchAll(accessKeys)) if (key !== madeUpKey) words.set(key, placeholders.key);
  };
  const redactText = (text: string): string => {
    learn(text);
    let redacted = text.replaceAll(callerArns(account), (arn) => arn.replace(/[^:]+$/, placeholders.caller));
    // The longest first: one secret may be part of another.
    for (const [word, placeholder] of [...words].sort(([one], [other]) => other.length - one.length)) {
      if (redacted.includes(word)) redacted = redacted.replaceAll(word, placeholder);
    }
    return redacted.replaceAll(accountId, placeholders.account);
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
