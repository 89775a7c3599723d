// Replaces what names the CAs of a case in a text.

import { parseAuthorityArn } from './resource-arn.js';

/** What replaces the ARN of a CA, and its id and account; those that are absent stay. */
export interface ReplacedNames {
  readonly arn: string;
  readonly id?: string;
  readonly account?: string;
}

/** Replaces all ARNs before the ids and accounts, which they contain: several CAs may share an account. */
export function withNames(text: string, arns: readonly string[], namesOf: (index: number) => ReplacedNames): string {
  const all = arns.map((arn, index) => ({ arn, parts: parseAuthorityArn(arn), names: namesOf(index) }));
  const withoutArns = all.reduce((rest, { arn, names }) => rest.replaceAll(arn, names.arn), text);
  return all.reduce((rest, { parts, names }) => {
    const withoutId = replaced(rest, parts?.id, names.id);
    return replaced(withoutId, parts?.account, names.account);
  }, withoutArns);
}

function replaced(text: string, name: string | undefined, by: string | undefined): string {
  return name === undefined || name === '' || by === undefined ? text : text.replaceAll(name, by);
}
