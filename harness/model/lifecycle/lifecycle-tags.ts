// The tags of a CA.

import type { OperationOf, Tag } from '../../api/operation.js';
import { answer, refuse, refuseDeleted, type Allowed, type Refusal } from './lifecycle-answers.js';
import { answerPage } from './lifecycle-page.js';
import { withAuthority, type CertificateAuthority, type ServiceState } from '../state/state.js';

const maxTags = 50;

/**
 * Keys have 1 to 128 characters, values up to 256; keys that begin with `aws:` are reserved for AWS.
 * Sources: https://docs.aws.amazon.com/privateca/latest/APIReference/API_Tag.html,
 * https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
 */
const characters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export function objectionToTags(tags: readonly Tag[]): Refusal | undefined {
  const keys = new Set(tags.map(({ Key: key }) => key));
  if (keys.size !== tags.length) return { error: 'InvalidTagException', message: 'A tag key is given twice.' };
  if (keys.size > maxTags) {
    return { error: 'TooManyTagsException', message: `A CA has at most ${maxTags} tags.` };
  }
  const wrong = tags.find((tag) => !isWellFormed(tag));
  return wrong === undefined
    ? undefined
    : { error: 'InvalidTagException', message: `The tag with the key "${wrong.Key}" is not valid.` };
}

function isWellFormed({ Key: key, Value: value = '' }: Tag): boolean {
  if (key.length < 1 || key.length > 128 || value.length > 256) return false;
  return !/^aws:/i.test(key) && characters.test(key) && characters.test(value);
}

export function listTags(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'ListTags'>,
): Allowed {
  if (authority.status === 'DELETED') return refuseDeleted(state);
  return answerPage(state, input, 'Tags', authority.tags ?? []);
}

/** Adds tags; a tag replaces one with the same key. */
export function tagAuthority(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'TagCertificateAuthority'>,
): Allowed {
  if (authority.status === 'DELETED') return refuseDeleted(state);
  const objection = objectionToTags(input.Tags);
  if (objection !== undefined) return refuse(state, objection);
  const kept = (authority.tags ?? []).filter((tag) => !input.Tags.some(({ Key: key }) => key === tag.Key));
  const tags = [...kept, ...input.Tags];
  if (tags.length > maxTags) {
    return refuse(state, { error: 'TooManyTagsException', message: `A CA has at most ${maxTags} tags.` });
  }
  return answer(withAuthority(state, { ...authority, tags }));
}

/** "If you specify a value, the tag is removed only if it is associated with the specified value." */
export function untagAuthority(
  state: ServiceState,
  authority: CertificateAuthority,
  { input }: OperationOf<'UntagCertificateAuthority'>,
): Allowed {
  if (authority.status === 'DELETED') return refuseDeleted(state);
  const isNamed = (tag: Tag): boolean =>
    input.Tags.some(({ Key: key, Value: value }) => key === tag.Key && (value === undefined || value === tag.Value));
  return answer(withAuthority(state, { ...authority, tags: (authority.tags ?? []).filter((tag) => !isNamed(tag)) }));
}
