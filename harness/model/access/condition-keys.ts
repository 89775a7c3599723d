// The values of condition keys in the context of a request.
// Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html,
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_acm-pca.html

import { issueAction } from '../../api/actions.js';
import { partitionIn, type AccessRequest } from './access-request.js';

/** The context of one key. A key that is absent has no values; `unknown` if nothing tells what it has. */
export type KeyContext =
  | { readonly kind: 'absent' }
  | { readonly kind: 'single'; readonly value: string }
  | { readonly kind: 'multiple'; readonly values: readonly string[] }
  /** Either of them: nothing published says which. */
  | { readonly kind: 'one-of'; readonly contexts: readonly KeyContext[] }
  | { readonly kind: 'unknown' };

const absent: KeyContext = { kind: 'absent' };
const unknown: KeyContext = { kind: 'unknown' };

/** The keys in lower case, because IAM ignores their case. Keys without a row are unknown. */
const keys: Readonly<Record<string, (request: AccessRequest) => KeyContext>> = {
  'aws:principalaccount': ({ caller }) => ({ kind: 'single', value: caller.account }),
  'aws:principalarn': ({ caller }) => (caller.arn === undefined ? unknown : { kind: 'single', value: caller.arn }),
  // Only members of an organization have it.
  'aws:principalorgid': ({ caller: { organization } }) => {
    if (organization === undefined) return unknown;
    return organization === 'none' ? absent : { kind: 'single', value: organization.id };
  },
  'aws:principalorgpaths': ({ caller: { organization } }) => {
    if (organization === 'none') return absent;
    return organization?.path === undefined ? unknown : { kind: 'multiple', values: [organization.path] };
  },
  // Only calls that a service principal makes itself have them.
  'aws:sourcearn': () => absent,
  'aws:sourceaccount': () => absent,
  'acm-pca:templatearn': ({ action, template, authorityArn }) => {
    if (action !== issueAction) return absent;
    if (template !== undefined) return { kind: 'single', value: template };
    // Whether a call without a template has the key of the default one is not published (ACC-15).
    const value = `arn:${partitionIn(authorityArn)}:acm-pca:::template/EndEntityCertificate/V1`;
    return { kind: 'one-of', contexts: [{ kind: 'single', value }, absent] };
  },
};

/** The context of a key; keys that are in every call to a CA with tags, and others, are unknown. */
export function contextOf(key: string, request: AccessRequest): KeyContext {
  return keys[key.toLowerCase()]?.(request) ?? unknown;
}
