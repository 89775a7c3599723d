// Freedoms in decisions about calls: how a refusal is answered, when a change shows, and what nothing published decides.

import { issueAction } from '../../api/actions.js';
import { success } from '../../api/outcome.js';
import { answersRefusals, decideBy, decides, denied, type AccessCall } from '../mutate-access.js';
import { answers, mutate, refusal, refusesPolicies, type ServiceMutation } from '../mutate.js';
import { inBothProtocols } from '../in-both-protocols.js';
import { mutateAnswers } from '../mutate-answers.js';
import { named } from '../named.js';
import type { Variant } from '../variant.js';

const notFound = refusal('ResourceNotFoundException');

/** Decides as the policy before the changes of the last milliseconds. */
function decidesLate(lagMs: number, isLate: (call: AccessCall) => boolean): ServiceMutation {
  return decides((call) => {
    const { own, atMs, isForeign } = call;
    const isRecent = own.some((change) => change.accepted && atMs - change.atMs < lagMs);
    if (!isForeign || !isRecent || !isLate(call)) return undefined;
    const visible = own.findLast((change) => change.accepted && atMs - change.atMs >= lagMs);
    return decideBy(visible?.text, call);
  });
}

export const accessVariants = named<Variant>({
  'refuses-as-not-found': {
    freedom: 'A caller of another account is told that the CA does not exist.',
    permittedBy: 'AUTH-04',
    mutate: answersRefusals((_right, { isForeign }) => (isForeign ? notFound : undefined)),
  },
  'refuses-with-status-403': {
    freedom: 'A caller without permission gets status 403.',
    permittedBy: 'AUTH-01',
    mutate: answersRefusals((right) =>
      right.kind === 'service-error' && right.error === 'AccessDeniedException'
        ? refusal('AccessDeniedException', 403)
        : undefined,
    ),
  },
  'refuses-unknown-callers-as-not-found': {
    freedom: 'A caller of another account is told that the CA does not exist while it has no policy.',
    permittedBy: 'ACC-02',
    mutate: answersRefusals((_right, { isForeign, policy }) =>
      isForeign && policy === undefined ? notFound : undefined,
    ),
  },
  'validates-before-it-refuses': {
    freedom: 'An error about the input or the state comes before a refusal.',
    permittedBy: 'ACC-23',
    mutate: mutate(undefined, ({ operation, caller, ask, peek }) => {
      const ofOwner = caller === undefined ? undefined : peek(operation);
      return ofOwner?.kind === 'service-error' ? ofOwner : ask(operation);
    }),
  },
  'refuses-before-it-validates': {
    freedom: 'A refusal comes before any other error, always by AccessDeniedException.',
    permittedBy: 'ACC-23',
    mutate: answersRefusals(() => denied),
  },
  'decides-300-ms-late': {
    freedom: 'A change of a policy counts 300 ms later.',
    permittedBy: 'CC-01',
    mutate: decidesLate(300, () => true),
  },
  'decides-1900-ms-late': {
    freedom: 'A change of a policy counts 1.9 s later.',
    permittedBy: 'CC-01',
    mutate: decidesLate(1_900, () => true),
  },
  'decides-about-issuing-late': {
    freedom: 'A change of a policy counts for IssueCertificate 1.5 s later, and for reads at once.',
    permittedBy: 'CC-01',
    mutate: decidesLate(1_500, ({ request }) => request.action === issueAction),
  },
  'decides-about-grantees-late': {
    freedom: 'A grant counts at once, and the end of a grant 1.5 s later.',
    permittedBy: 'CC-01',
    mutate: decidesLate(1_500, ({ right }) => right === 'refused'),
  },
  'lists-granted-authorities': {
    freedom: 'A CA that is shared by PutPolicy alone is listed under OTHER_ACCOUNTS.',
    permittedBy: 'ACC-22',
    mutate: mutate<readonly string[]>([], ({ operation, caller, memory, remember, ask, peek, askAs }) => {
      const right = ask(operation);
      if (caller === undefined || right.kind !== 'success') return right;
      if (operation.kind === 'DescribeCertificateAuthority') {
        remember([...memory, operation.input.CertificateAuthorityArn]);
        return right;
      }
      const isOther =
        operation.kind === 'ListCertificateAuthorities' && operation.input.ResourceOwner === 'OTHER_ACCOUNTS';
      if (!isOther) return right;
      const listed = [...new Set(memory)].filter((arn) => {
        const input = { CertificateAuthorityArn: arn };
        const own = peek({ kind: 'DescribeCertificateAuthority', input });
        return (
          own.kind === 'success' && askAs(caller, { kind: 'DescribeCertificateAuthority', input }).kind === 'success'
        );
      });
      return success({ CertificateAuthorities: listed.map((Arn) => ({ Arn })) });
    }),
  },
  'needs-the-template-in-the-call': {
    freedom: 'IssueCertificate without a template has no value for the condition key.',
    permittedBy: 'ACC-15',
    mutate: decides(({ request, right }) =>
      right === 'either' && request.action === issueAction && request.template === undefined ? 'refused' : undefined,
    ),
  },
  'keeps-own-identities-out': {
    freedom: 'An identity of the account of the owner needs its own permission, whatever a policy grants.',
    permittedBy: 'ACC-14',
    mutate: decides(({ isForeign, caller, right }) =>
      !isForeign && caller.rights === 'none' && right === 'either' ? 'refused' : undefined,
    ),
  },
  'refuses-grants-to-identities': {
    freedom: 'A policy for a user or a role is refused.',
    permittedBy: 'POL-33',
    mutate: refusesPolicies((text) => /:iam::\d{12}:(user|role)\//.test(text)),
  },
  'refuses-grants-to-revoke': {
    freedom: 'A policy that grants RevokeCertificate is refused.',
    permittedBy: 'POL-25',
    mutate: refusesPolicies((text) => text.includes('acm-pca:RevokeCertificate')),
  },
  'refuses-templates-on-reads': {
    freedom: 'A policy with a template on a statement for reads is refused.',
    permittedBy: 'POL-26',
    mutate: refusesPolicies((text) =>
      /DescribeCertificateAuthority[^{}]*"Condition":\{"[^"]*":\{"acm-pca:TemplateArn/.test(text),
    ),
  },
  'expires-keys-at-times': {
    freedom: 'A key of another account has expired at times, and is renewed.',
    permittedBy: 'AUTH-09',
    mutate: mutate(undefined, ({ operation, caller, callsBefore, ask }) =>
      caller !== undefined && callsBefore % 11 === 0 ? refusal('ExpiredTokenException', 403) : ask(operation),
    ),
  },
  'names-signatures-as-keys': {
    freedom: 'A wrong signature is refused as an unknown key.',
    permittedBy: 'AUTH-09',
    mutateAnswers: inBothProtocols(
      mutateAnswers(undefined, ({ request, ask }) => {
        const right = ask(request);
        return right.body.includes('InvalidSignatureException')
          ? { ...right, body: right.body.replaceAll('InvalidSignatureException', 'UnrecognizedClientException') }
          : right;
      }),
    ),
  },
  'returns-certificates-late': {
    freedom: 'GetCertificate is refused with RequestInProgressException at first.',
    permittedBy: 'ST-01',
    mutate: answers(['GetCertificate'], (right, _operation, { callsBefore }) =>
      right.kind === 'success' && callsBefore % 7 === 0 ? refusal('RequestInProgressException') : undefined,
    ),
  },
});
