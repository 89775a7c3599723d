// Lists the CAs of the account in the region, with their tags.

import type { Operation, Tag } from '../api/operation.js';
import type { Output } from '../api/outcome.js';
import type { Caller } from '../run/session/caller/caller.js';
import { describeAnswer } from '../run/judge/answer-words.js';
import type { TaggedAuthority } from './tags.js';

/** The maximum number of pages that are read. */
const maxPages = 1_000;

/** The CAs of the account could not be read. */
export class UnreadableAccount extends Error {
  override readonly name = 'UnreadableAccount';
}

/** Rejects with UnreadableAccount. */
export async function listAuthorities(caller: Pick<Caller, 'callAnyway'>): Promise<readonly TaggedAuthority[]> {
  const found: TaggedAuthority[] = [];
  for (const { arn, status, commonName } of await listAll(caller)) {
    if (status !== 'DELETED') found.push({ arn, status, commonName, tags: await tagsOf(caller, arn) });
  }
  return found;
}

/** The number of CAs that count against the quota, including deleted ones that can be restored. Rejects with UnreadableAccount. */
export async function countAuthorities(caller: Pick<Caller, 'callAnyway'>): Promise<number> {
  return (await listAll(caller)).length;
}

async function listAll(caller: Pick<Caller, 'callAnyway'>): Promise<readonly Omit<TaggedAuthority, 'tags'>[]> {
  const found: Omit<TaggedAuthority, 'tags'>[] = [];
  let page: { readonly NextToken?: string } = {};
  for (let pages = 0; pages < maxPages; pages += 1) {
    const output = await ask(caller, { kind: 'ListCertificateAuthorities', input: { ...page, ResourceOwner: 'SELF' } });
    for (const each of listIn(output, 'CertificateAuthorities')) {
      found.push(summaryOf(each));
    }
    const token = output['NextToken'];
    if (typeof token !== 'string' || token === '') return found;
    page = { NextToken: token };
  }
  throw new UnreadableAccount(`the list of CAs has more than ${maxPages} pages`);
}

/** One CA with its tags. Rejects with UnreadableAccount. */
export async function describeAuthority(caller: Pick<Caller, 'callAnyway'>, arn: string): Promise<TaggedAuthority> {
  const described = await ask(caller, {
    kind: 'DescribeCertificateAuthority',
    input: { CertificateAuthorityArn: arn },
  });
  return { ...summaryOf(described['CertificateAuthority']), arn, tags: await tagsOf(caller, arn) };
}

async function tagsOf(caller: Pick<Caller, 'callAnyway'>, arn: string): Promise<readonly Tag[]> {
  const output = await ask(caller, { kind: 'ListTags', input: { CertificateAuthorityArn: arn } });
  return listIn(output, 'Tags').flatMap((each) => {
    const { Key: key, Value: value } = { Key: undefined, Value: undefined, ...Object(each) };
    if (typeof key !== 'string') return [];
    return [{ Key: key, ...(typeof value === 'string' ? { Value: value } : {}) }];
  });
}

async function ask(caller: Pick<Caller, 'callAnyway'>, operation: Operation): Promise<Output> {
  const outcome = await caller.callAnyway(operation);
  if (outcome.kind === 'success') return outcome.output;
  throw new UnreadableAccount(`${operation.kind} was answered with ${describeAnswer(outcome)}`);
}

function listIn(output: Output, member: string): readonly unknown[] {
  const value = output[member];
  return Array.isArray(value) ? value : [];
}

function summaryOf(value: unknown): Pick<TaggedAuthority, 'arn' | 'status' | 'commonName'> {
  const { Arn: arn, Status: status, CertificateAuthorityConfiguration: configuration } = recordOf(value);
  const { CommonName: commonName } = recordOf(recordOf(configuration)['Subject']);
  return { arn: stringOrEmpty(arn), status: stringOrEmpty(status), commonName: stringOrEmpty(commonName) };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function stringOrEmpty(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
