// What the checks of suites/access notice: faults in who may do what with a CA.

import { issueAction, readActions, shareableActions } from '../../api/actions.js';
import { isPolicyOperation } from '../../api/operation.js';
import { success, type Outcome } from '../../api/outcome.js';
import {
  allowsWith,
  answersRefusals,
  decides,
  denied,
  isAllowedBy,
  keepsOut,
  letsIn,
  letsOthersIn,
  type AccessCall,
} from '../mutate-access.js';
import { mutateAnswers, pageOf } from '../mutate-answers.js';
import { faults } from '../mutant.js';
import { answers, mutate, refusal } from '../mutate.js';

const isRead = ({ request: { action } }: AccessCall): boolean => readActions.some((each) => each === action);
const isIssue = ({ request: { action } }: AccessCall): boolean => action === issueAction;
const isShareable = ({ request: { action } }: AccessCall): boolean => shareableActions.includes(action);
const isCall =
  (...kinds: readonly string[]) =>
  ({ operation }: AccessCall): boolean =>
    kinds.includes(operation.kind);
const mayDescribe = (call: AccessCall): boolean => allowsWith(call, { action: 'acm-pca:DescribeCertificateAuthority' });

/** The accounts, templates and policies that a call may be confused with. */
const accountsIn = ({ policy = '' }: AccessCall): readonly string[] =>
  [...policy.matchAll(/"AWS":"(\d{12})"/g)].map(([, account = '']) => account);
const templatesIn = ({ policy = '' }: AccessCall): readonly string[] =>
  policy.match(/arn:[^"\s]*:template\/[^"\s]+/g) ?? [];
const allowsSomeTemplate = (call: AccessCall): boolean =>
  isIssue(call) && templatesIn(call).some((template) => allowsWith(call, { template }));
const acceptedTexts = ({ own }: AccessCall): readonly string[] =>
  own.flatMap(({ text, accepted }) => (accepted && text !== undefined ? [text] : []));
/** The policies since the last time that the CA had none. */
const textsSinceDeletion = ({ own }: AccessCall): readonly string[] => {
  const last = own.findLastIndex(({ text, accepted }) => accepted && text === undefined);
  return own.slice(last + 1).flatMap(({ text, accepted }) => (accepted && text !== undefined ? [text] : []));
};
const refusedTexts = ({ own }: AccessCall): readonly string[] => {
  const last = own.findLastIndex(({ accepted }) => accepted);
  return own.slice(last + 1).flatMap(({ text }) => (text === undefined ? [] : [text]));
};
/** The policies that other CAs have had. */
const textsElsewhere = ({ changes, request }: AccessCall): readonly string[] =>
  changes.flatMap(({ arn, text, accepted }) =>
    accepted && text !== undefined && arn !== request.authorityArn ? [text.replaceAll(arn, request.authorityArn)] : [],
  );
const isOwnNobody = ({ isForeign, caller }: AccessCall): boolean => !isForeign && caller.rights === 'none';
const isReader = ({ caller }: AccessCall): boolean => caller.rights === 'reads-policy';
const without = (policy: string | undefined, pattern: RegExp): string | undefined => policy?.replaceAll(pattern, '');

export const accessFaults = [
  ...faults('access', {
    'grants-nothing': {
      fault: 'A policy lets no other account in.',
      breaks: 'ACC-01',
      killedBy: 'lets-grantees-in',
      mutate: keepsOut(({ isForeign }) => isForeign),
    },
    'grants-reads-alone': {
      fault: 'A policy lets other accounts read, and never issue.',
      breaks: 'ACC-01',
      killedBy: 'lets-grantees-in',
      mutate: keepsOut((call) => call.isForeign && isIssue(call)),
    },
    'opens-every-authority': {
      fault: 'Other accounts can make each call that a policy could grant, without any policy.',
      breaks: 'ACC-02',
      killedBy: 'refuses-accounts-without-a-grant',
      mutate: letsOthersIn((call) => isShareable(call) && call.caller.rights === 'all'),
    },
    'describes-to-anybody': {
      fault: 'Any account can describe a CA without a policy.',
      breaks: 'ACC-02',
      killedBy: 'refuses-accounts-without-a-grant',
      mutate: letsOthersIn((call) => isCall('DescribeCertificateAuthority')(call) && call.policy === undefined),
    },
    'lists-tags-for-anybody': {
      fault: 'Any account can list the tags of a CA.',
      breaks: 'ACC-02',
      killedBy: 'refuses-accounts-without-a-grant',
      mutate: letsOthersIn(isCall('ListTags')),
    },
    'shows-certificates-to-anybody': {
      fault: 'Any account can read the certificates that a CA has issued.',
      breaks: 'ACC-02',
      killedBy: 'refuses-accounts-without-a-grant',
      mutate: letsOthersIn(isCall('GetCertificate')),
    },
    'ignores-templates': {
      fault: 'A grant for one template lets a grantee issue from every template.',
      breaks: 'ACC-03',
      killedBy: 'refuses-other-templates',
      mutate: letsOthersIn(allowsSomeTemplate),
    },
    'compares-the-beginning-of-templates': {
      fault: 'A grant for EndEntityCertificate covers every template whose name begins with EndEntity.',
      breaks: 'ACC-03',
      killedBy: 'refuses-other-templates',
      mutate: letsOthersIn(
        (call) => call.request.template?.includes('template/EndEntity') === true && allowsSomeTemplate(call),
      ),
    },
    'ignores-template-versions': {
      fault: 'A grant for version 1 of a template covers version 2.',
      breaks: 'ACC-03',
      killedBy: 'refuses-other-templates',
      mutate: letsOthersIn(
        (call) => isIssue(call) && allowsWith(call, { template: call.request.template?.replace(/\/V\d+$/, '/V1') }),
      ),
    },
    'issues-without-a-template-under-any-grant': {
      fault: 'A grantee can issue without a template, whichever template the grant names.',
      breaks: 'ACC-03',
      killedBy: 'refuses-other-templates',
      mutate: letsOthersIn((call) => call.request.template === undefined && allowsSomeTemplate(call)),
    },
    'issues-subordinates-under-any-grant': {
      fault: 'A grantee that may issue certificates may issue those of subordinate CAs.',
      breaks: 'ACC-03',
      killedBy: 'refuses-other-templates',
      mutate: letsOthersIn(
        (call) => call.request.template?.includes('/SubordinateCACertificate') === true && allowsSomeTemplate(call),
      ),
    },
    'ignores-actions': {
      fault: 'A grant lets the grantee make every call on the CA apart from those on its policy.',
      breaks: 'ACC-04',
      killedBy: 'refuses-operations-outside-the-seven',
      mutate: letsOthersIn((call) => !isShareable(call) && !isPolicyOperation(call.operation) && mayDescribe(call)),
    },
    'lets-grantees-read-the-request': {
      fault: 'A grantee can read the certificate signing request of the CA.',
      breaks: 'ACC-04',
      killedBy: 'refuses-operations-outside-the-seven',
      mutate: letsOthersIn((call) => isCall('GetCertificateAuthorityCsr')(call) && mayDescribe(call)),
    },
    'lets-grantees-tag': {
      fault: 'A grantee can change the tags of the CA.',
      breaks: 'ACC-04',
      killedBy: 'refuses-operations-outside-the-seven',
      mutate: letsOthersIn(
        (call) => isCall('TagCertificateAuthority', 'UntagCertificateAuthority')(call) && mayDescribe(call),
      ),
    },
    'lets-grantees-give-permissions': {
      fault: 'A grantee can give a service permissions on the CA.',
      breaks: 'ACC-04',
      killedBy: 'refuses-operations-outside-the-seven',
      mutate: letsOthersIn((call) => isCall('CreatePermission')(call) && mayDescribe(call)),
    },
    'lets-grantees-put': {
      fault: 'A grantee can replace the policy.',
      breaks: 'AUTH-05',
      killedBy: 'refuses-policy-operations-of-grantees',
      mutate: letsOthersIn((call) => isCall('PutPolicy')(call) && mayDescribe(call)),
    },
    'lets-grantees-read-the-policy': {
      fault: 'A grantee can read the policy.',
      breaks: 'AUTH-05',
      killedBy: 'refuses-policy-operations-of-grantees',
      mutate: letsOthersIn((call) => isCall('GetPolicy')(call) && mayDescribe(call)),
    },
    'lets-grantees-change-the-policy': {
      fault: 'A grantee can replace the policy and delete it.',
      breaks: 'AUTH-05',
      killedBy: 'refuses-policy-operations-of-grantees',
      mutate: letsOthersIn((call) => isCall('PutPolicy', 'DeletePolicy')(call) && mayDescribe(call)),
    },
    'deletes-although-it-refuses': {
      fault: 'DeletePolicy of a grantee is refused, and deletes the policy.',
      breaks: 'AUTH-05',
      killedBy: 'refuses-policy-operations-of-grantees',
      mutate: answersRefusals((_right, call, askAsOwner) => {
        if (!isCall('DeletePolicy')(call) || !call.isForeign) return undefined;
        askAsOwner();
        return denied;
      }),
    },
    'ignores-permissions-of-grantees': {
      fault: 'Every identity of an account that has a grant is let in, whatever its own account allows it.',
      breaks: 'ACC-05',
      killedBy: 'refuses-grantees-without-permissions',
      mutate: letsOthersIn((call) => isShareable(call) && allowsWith(call, { caller: { rights: 'all' } })),
    },
    'lets-grantees-issue-without-permissions': {
      fault: 'Every identity of an account that has a grant can issue, whatever its own account allows it.',
      breaks: 'ACC-05',
      killedBy: 'refuses-grantees-without-permissions',
      mutate: letsOthersIn((call) => isIssue(call) && allowsWith(call, { caller: { rights: 'all' } })),
    },
    'lets-every-account-in-once-granted': {
      fault: 'A grant to one account is a grant to every account.',
      breaks: 'ACC-06',
      killedBy: 'refuses-other-accounts',
      mutate: letsOthersIn((call) => accountsIn(call).some((account) => allowsWith(call, { caller: { account } }))),
    },
    'lets-every-account-read-once-granted': {
      fault: 'Once a CA has a policy, every account can read.',
      breaks: 'ACC-06',
      killedBy: 'refuses-other-accounts',
      mutate: letsOthersIn((call) => isRead(call) && call.policy !== undefined && call.caller.rights === 'all'),
    },
    'compares-the-beginning-of-accounts': {
      fault: 'Of an account id only the first eleven digits are compared.',
      breaks: 'ACC-06',
      killedBy: 'refuses-other-accounts',
      mutate: letsOthersIn((call) =>
        accountsIn(call).some(
          (account) =>
            account.slice(0, -1) === call.caller.account.slice(0, -1) && allowsWith(call, { caller: { account } }),
        ),
      ),
    },
    'grants-on-every-authority': {
      fault: 'A grant on one CA counts on every CA of the owner.',
      breaks: 'ACC-07',
      killedBy: 'refuses-calls-on-other-authorities',
      mutate: letsOthersIn((call) => textsElsewhere(call).some((text) => isAllowedBy(text, call))),
    },
    'deletes-the-grants-of-every-authority': {
      fault: 'DeletePolicy on one CA ends the grants on all.',
      breaks: 'ACC-07',
      killedBy: 'refuses-calls-on-other-authorities',
      mutate: keepsOut(({ isForeign, changes, request }) => {
        const last = changes.findLast(({ accepted }) => accepted);
        return isForeign && last !== undefined && last.text === undefined && last.arn !== request.authorityArn;
      }),
    },
    'keeps-access-after-deletion': {
      fault: 'DeletePolicy removes the policy, and the grantee keeps its access.',
      breaks: 'ACC-08',
      killedBy: 'ends-access-with-the-policy',
      mutate: letsOthersIn((call) => call.policy === undefined && isAllowedBy(acceptedTexts(call).at(-1), call)),
    },
    'keeps-reads-after-deletion': {
      fault: 'DeletePolicy ends issuing, and the grantee can still read.',
      breaks: 'ACC-08',
      killedBy: 'ends-access-with-the-policy',
      mutate: letsOthersIn(
        (call) => isRead(call) && call.policy === undefined && isAllowedBy(acceptedTexts(call).at(-1), call),
      ),
    },
    'ends-issuing-a-minute-later': {
      fault: 'A grantee can issue for a minute after DeletePolicy.',
      breaks: 'ACC-08',
      killedBy: 'ends-access-with-the-policy',
      mutate: letsOthersIn((call) => {
        const last = call.own.findLast(({ accepted }) => accepted);
        return (
          isIssue(call) &&
          last !== undefined &&
          call.atMs - last.atMs < 60_000 &&
          isAllowedBy(acceptedTexts(call).at(-1), call)
        );
      }),
    },
    'adds-grants-up': {
      fault: 'What a replaced policy granted stays granted.',
      breaks: 'ACC-09',
      killedBy: 'follows-the-newest-policy',
      mutate: letsOthersIn((call) => textsSinceDeletion(call).some((text) => isAllowedBy(text, call))),
    },
    'keeps-the-first-grant': {
      fault: 'Decisions follow the first policy, whatever replaces it.',
      breaks: 'ACC-09',
      killedBy: 'follows-the-newest-policy',
      mutate: decides((call) => {
        const [first] = textsSinceDeletion(call);
        if (!call.isForeign || first === undefined || !isShareable(call)) return undefined;
        return isAllowedBy(first, call) ? 'allowed' : 'refused';
      }),
    },
    'keeps-the-first-template': {
      fault: 'A replaced policy changes the accounts of a grant, and not its template.',
      breaks: 'ACC-09',
      killedBy: 'follows-the-newest-policy',
      mutate: decides((call) => {
        const [first] = textsSinceDeletion(call);
        const template = first?.match(/:template\/[^"]+/)?.[0];
        if (!call.isForeign || !isIssue(call) || template === undefined) return undefined;
        const policy = call.policy?.replaceAll(/:template\/[^"]+/g, template);
        return isAllowedBy(policy, call) ? 'allowed' : 'refused';
      }),
    },
    'ends-grants-on-refused-puts': {
      fault: 'A PutPolicy that is refused ends the access that the policy grants.',
      breaks: 'ACC-10',
      killedBy: 'keeps-access-after-refused-puts',
      mutate: keepsOut((call) => call.isForeign && refusedTexts(call).length > 0),
    },
    'grants-by-refused-puts': {
      fault: 'An account that a refused policy names is let in.',
      breaks: 'ACC-10',
      killedBy: 'keeps-access-after-refused-puts',
      mutate: letsOthersIn(
        (call) => isShareable(call) && refusedTexts(call).some((text) => text.includes(call.caller.account)),
      ),
    },
    'reads-by-the-right-to-issue': {
      fault: 'A grantee that may issue may read as well.',
      breaks: 'ACC-11',
      killedBy: 'decides-as-the-policy-says',
      mutate: letsOthersIn((call) =>
        templatesIn(call).some((template) => isRead(call) && allowsWith(call, { action: issueAction, template })),
      ),
    },
    'issues-by-the-right-to-read': {
      fault: 'A grantee that may read may issue as well, if the policy names no template.',
      breaks: 'ACC-11',
      killedBy: 'relates-decisions-of-related-policies',
      mutate: letsOthersIn((call) => isIssue(call) && templatesIn(call).length === 0 && mayDescribe(call)),
    },
    'reads-the-first-statement-alone': {
      fault: 'Only the first statement of a policy grants anything.',
      breaks: 'ACC-01',
      killedBy: 'lets-grantees-in',
      mutate: keepsOut((call) => call.isForeign && !isAllowedBy(firstStatementOf(call.policy), call)),
    },
    'keeps-an-excluded-owner-out': {
      fault: 'The owner is refused while a policy excludes its account.',
      breaks: 'ACC-12',
      killedBy: 'keeps-the-rights-of-the-owner',
      mutate: keepsOut(
        (call) =>
          !call.isForeign &&
          call.caller.rights === 'all' &&
          isShareable(call) &&
          call.policy?.includes('StringNotEquals') === true,
      ),
    },
    'needs-a-grant-to-the-owner': {
      fault: 'Once a CA has a policy, the owner can do only what it grants.',
      breaks: 'ACC-12',
      killedBy: 'keeps-the-rights-of-the-owner',
      mutate: keepsOut(
        (call) =>
          !call.isForeign &&
          call.caller.rights === 'all' &&
          call.policy !== undefined &&
          isShareable(call) &&
          decideWithoutRights(call) === 'refused',
      ),
    },
    'lets-own-identities-in': {
      fault: 'Every identity of the account of the owner can list tags and permissions, whatever it is allowed.',
      breaks: 'ACC-13',
      killedBy: 'refuses-identities-without-permissions',
      mutate: letsIn((call) => isOwnNobody(call) && isRead(call) && !isCall('DescribeCertificateAuthority')(call)),
    },
    'ignores-that-the-owner-is-excluded': {
      fault: 'A policy that excludes the account of the owner lets its identities in.',
      breaks: 'ACC-13',
      killedBy: 'refuses-identities-without-permissions',
      mutate: letsIn(
        (call) => isOwnNobody(call) && isShareable(call) && call.policy?.includes('StringNotEquals') === true,
      ),
    },
    'lets-own-identities-read-the-policy': {
      fault: 'Every identity of the account of the owner can read the policy.',
      breaks: 'ACC-13',
      killedBy: 'refuses-identities-without-permissions',
      mutate: letsIn((call) => isOwnNobody(call) && isCall('GetPolicy')(call)),
    },
    'refuses-callers-with-status-500': {
      fault: 'A caller without permission gets status 500.',
      breaks: 'AUTH-01',
      killedBy: 'names-refusals',
      mutate: answersRefusals((right, { isForeign }) =>
        isForeign || !isDenied(right) ? undefined : refusal('AccessDeniedException', 500),
      ),
    },
    'names-refusals-as-in-xml': {
      fault: 'A caller without permission to read a policy gets the error AccessDenied.',
      breaks: 'AUTH-01',
      killedBy: 'names-refusals',
      mutate: answersRefusals((right, call) =>
        !call.isForeign && isCall('GetPolicy')(call) && isDenied(right) ? refusal('AccessDenied', 403) : undefined,
      ),
    },
    'refuses-with-a-page': {
      fault: 'A caller without permission to put a policy gets a page.',
      breaks: 'AUTH-01',
      killedBy: 'names-refusals',
      mutateAnswers: mutateAnswers(undefined, ({ request, ask }) => {
        const right = ask(request);
        return right.body.includes('no identity-based policy allows the acm-pca:PutPolicy')
          ? { ...right, ...pageOf(403) }
          : right;
      }),
    },
    'names-signatures-as-validation': {
      fault: 'A wrong signature is a validation error.',
      breaks: 'AUTH-09',
      killedBy: 'names-wrong-signatures',
      mutateAnswers: mutateAnswers(undefined, ({ request, ask }) => {
        const right = ask(request);
        return request.signature === 'altered'
          ? { ...right, body: right.body.replaceAll('InvalidSignatureException', 'ValidationException') }
          : right;
      }),
    },
    'lets-readers-put': {
      fault: 'An identity that may read policies may put them.',
      breaks: 'AUTH-08',
      killedBy: 'separates-the-policy-operations',
      mutate: letsIn((call) => isReader(call) && isCall('PutPolicy')(call)),
    },
    'lets-readers-delete': {
      fault: 'An identity that may read policies may delete them.',
      breaks: 'AUTH-08',
      killedBy: 'separates-the-policy-operations',
      mutate: letsIn((call) => isReader(call) && isCall('DeletePolicy')(call)),
    },
    'keeps-readers-out': {
      fault: 'An identity that may read policies alone is refused.',
      breaks: 'AUTH-08',
      killedBy: 'separates-the-policy-operations',
      mutate: keepsOut((call) => isReader(call) && isCall('GetPolicy')(call)),
    },
    'puts-without-permission': {
      fault: 'An identity that may do everything but put policies can put them.',
      breaks: 'PP-05',
      killedBy: 'needs-permission-to-put',
      mutate: letsIn((call) => call.caller.rights === 'all-but-put' && isCall('PutPolicy')(call)),
    },
    'lets-accounts-in-for-a-service': {
      fault: 'A grant to a service is a grant to every account.',
      breaks: 'ACC-16',
      killedBy: 'gives-accounts-nothing-for-services',
      mutate: letsOthersIn(
        (call) => isShareable(call) && call.caller.rights === 'all' && call.policy?.includes('"Service"') === true,
      ),
    },
    'tells-the-caller-as-owner': {
      fault: 'DescribeCertificateAuthority tells a grantee its own account as that of the owner.',
      breaks: 'ACC-17',
      killedBy: 'tells-grantees-the-owner',
      mutate: describesToOthers((authority, account) => ({ ...authority, OwnerAccount: account })),
    },
    'lets-every-grantee-revoke': {
      fault: 'Every grantee can revoke.',
      breaks: 'ACC-18',
      killedBy: 'revokes-only-under-a-grant',
      mutate: letsOthersIn((call) => isCall('RevokeCertificate')(call) && mayDescribe(call)),
    },
    'lets-no-grantee-revoke': {
      fault: 'A policy that grants RevokeCertificate is accepted, and lets nobody revoke.',
      breaks: 'ACC-18',
      killedBy: 'revokes-only-under-a-grant',
      mutate: keepsOut((call) => call.isForeign && isCall('RevokeCertificate')(call)),
    },
    'reads-identities-as-their-account': {
      fault: 'A grant to one user lets in every identity of its account.',
      breaks: 'ACC-19',
      killedBy: 'distinguishes-identities',
      mutate: letsOthersIn((call) => isAllowedBy(call.policy?.replaceAll(/:(user|role)\/[^"]+/g, ':root'), call)),
    },
    'grants-nothing-to-root-arns': {
      fault: 'A grant to the root ARN of an account lets nobody in.',
      breaks: 'ACC-19',
      killedBy: 'distinguishes-identities',
      mutate: keepsOut(({ isForeign, policy }) => isForeign && policy?.includes(':root"') === true),
    },
    'grants-nothing-to-identities': {
      fault: 'A grant to one user is accepted, and lets nobody in.',
      breaks: 'ACC-19',
      killedBy: 'distinguishes-identities',
      mutate: keepsOut(({ isForeign, policy }) => isForeign && policy?.includes(':user/') === true),
    },
    'ignores-templates-on-reads': {
      fault: 'A condition on the template does not count on a read.',
      breaks: 'ACC-20',
      killedBy: 'tests-templates-of-issuing-alone',
      mutate: letsOthersIn(
        (call) =>
          isRead(call) &&
          isAllowedBy(without(call.policy, /,"Condition":\{"StringEquals":\{"acm-pca:[^}]*\}\}/g), call),
      ),
    },
    'ignores-if-exists': {
      fault: 'A condition with IfExists needs the key.',
      breaks: 'ACC-20',
      killedBy: 'tests-templates-of-issuing-alone',
      mutate: keepsOut((call) => call.isForeign && isRead(call) && call.policy?.includes('IfExists') === true),
    },
    'confuses-organizations': {
      fault: 'A grant to one organization is a grant to the members of every organization.',
      breaks: 'ORG-03',
      killedBy: 'lets-members-in',
      mutate: letsOthersIn(
        (call) =>
          call.caller.organization !== 'none' &&
          isAllowedBy(without(call.policy, /"aws:PrincipalOrgID":"[^"]*",?|,"aws:PrincipalOrgID":"[^"]*"/g), call),
      ),
    },
    'grants-nothing-to-organizations': {
      fault: 'A grant to an organization lets nobody in.',
      breaks: 'ORG-03',
      killedBy: 'lets-members-in',
      mutate: keepsOut(({ isForeign, policy }) => isForeign && policy?.includes('aws:PrincipalOrgID') === true),
    },
    'lists-own-authorities-as-foreign': {
      fault: 'ListCertificateAuthorities lists the CAs of the caller under OTHER_ACCOUNTS as well.',
      breaks: 'ACC-21',
      killedBy: 'lists-no-own-authority-as-foreign',
      mutate: answers(['ListCertificateAuthorities'], (_right, { input }, { peek }) =>
        input.ResourceOwner === 'OTHER_ACCOUNTS'
          ? peek({ kind: 'ListCertificateAuthorities', input: { ResourceOwner: 'SELF' } })
          : undefined,
      ),
    },
    'lists-every-authority-as-foreign': {
      fault: 'ListCertificateAuthorities lists the CAs of all other accounts under OTHER_ACCOUNTS.',
      breaks: 'ACC-21',
      killedBy: 'lists-no-foreign-authority',
      mutate: mutate(undefined, ({ operation, caller, ask, peek }) => {
        const right = ask(operation);
        return operation.kind === 'ListCertificateAuthorities' &&
          operation.input.ResourceOwner === 'OTHER_ACCOUNTS' &&
          caller !== undefined
          ? peek({ kind: 'ListCertificateAuthorities', input: { ResourceOwner: 'SELF' } })
          : right;
      }),
    },
  }),
];

function isDenied(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && outcome.error === 'AccessDeniedException';
}

/** The decision if the caller had no identity permissions: what the policy alone grants. */
function decideWithoutRights(call: AccessCall): AccessCall['right'] {
  return allowsWith(call, { caller: { account: '000000000000' } }) ? 'allowed' : 'refused';
}

function firstStatementOf(policy: string | undefined): string | undefined {
  if (policy === undefined) return undefined;
  const document = JSON.parse(policy) as { readonly Statement: readonly unknown[] };
  return JSON.stringify({ ...document, Statement: [document.Statement].flat().slice(0, 1) });
}

type Description = Readonly<Record<string, unknown>>;

/** Changes what DescribeCertificateAuthority tells other accounts. */
function describesToOthers(
  change: (authority: Description, account: string) => Description,
): ReturnType<typeof mutate> {
  return mutate(undefined, ({ operation, caller, ask }) => {
    const right = ask(operation);
    if (operation.kind !== 'DescribeCertificateAuthority' || right.kind !== 'success') return right;
    const authority = right.output['CertificateAuthority'];
    const isOther = caller !== undefined && !operation.input.CertificateAuthorityArn.includes(`:${caller.account}:`);
    return isOther && typeof authority === 'object' && authority !== null
      ? success({ CertificateAuthority: change({ ...authority }, caller.account) })
      : right;
  });
}
