// Requirements on what a policy does: who may use a CA.
import type { Requirement } from './requirement.js';

/** ACC: the effects of a policy. */
export const access = {
  'ACC-01': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'A caller of another account with identity permissions can make each call that the policy of the CA grants to its account.',
    answers: ['Success'],
    sources: ['S1', 'S5', 'S30', 'I12'],
  },
  'ACC-02': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'observed-sibling',
    statement:
      'Without a grant, a caller of another account is refused each call on the CA, whatever its own account allows it.',
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['O6', 'S4', 'I12'],
  },
  'ACC-03': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'observed',
    statement:
      'IssueCertificate with a template that the grant does not name is refused. The caller may see the CA, so AccessDeniedException is expected.',
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['O17', 'O9'],
  },
  'ACC-04': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'Operations outside the seven that a policy can grant stay refused for another account.',
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['S7', 'I12', 'O9'],
  },
  'ACC-05': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'A grant to an account is not enough for a caller whose own account allows it nothing.',
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['I12', 'S34'],
  },
  'ACC-06': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'A grant to one account gives another account nothing.',
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['I4', 'I12'],
  },
  'ACC-07': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'A grant on one CA gives nothing on another CA of the same owner.',
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['I10'],
  },
  'ACC-08': {
    operations: ['DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'DeletePolicy takes away the access that the policy granted.',
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['S3'],
  },
  'ACC-09': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'After PutPolicy only the new policy counts: what the former one alone granted is gone, what the new one grants is there.',
    sources: ['S2'],
  },
  'ACC-10': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'inferred',
    statement: 'A refused PutPolicy changes no decision about a call.',
    sources: [],
  },
  'ACC-11': {
    operations: ['GetPolicy'],
    level: 'any-of',
    evidence: 'documented',
    statement: 'The decisions about calls are those of the policy that GetPolicy returns.',
    sources: ['S2', 'I12'],
  },
  'ACC-12': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      "A caller of the owner's account with identity permissions keeps all rights, whatever policy is attached.",
    answers: ['Success'],
    sources: ['I13'],
  },
  'ACC-13': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      "An identity of the owner's account without permissions is refused, without a policy and under one that excludes the owner.",
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['S4', 'I13'],
  },
  'ACC-14': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      "Whether a grant to everybody in an organization, or to the owner's own account, lets in an identity of that account without permissions is not published for this service.",
    answers: ['Success', 'AccessDeniedException'],
    sources: ['S34', 'I4'],
  },
  'ACC-15': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'Whether IssueCertificate without a template counts as EndEntityCertificate/V1 for the condition key acm-pca:TemplateArn is not published.',
    answers: ['Success', 'AccessDeniedException'],
    sources: ['S30', 'S44'],
  },
  'ACC-16': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'A grant to a service principal gives accounts nothing.',
    answers: ['AccessDeniedException', 'ResourceNotFoundException'],
    sources: ['I4'],
  },
  'ACC-17': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'DescribeCertificateAuthority tells a grantee, as OwnerAccount, the account that owns the CA.',
    sources: ['S30'],
  },
  'ACC-18': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'documented',
    statement:
      'RevokeCertificate is refused to a grantee under the published share, and works under an accepted policy that grants it.',
    answers: ['AccessDeniedException', 'Success'],
    sources: ['S22', 'S7'],
  },
  'ACC-19': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'documented',
    statement:
      'The id of an account and its root ARN grant the same. The ARN of a user or role lets in that identity and no other of its account, where such a policy is accepted.',
    sources: ['I4'],
  },
  'ACC-20': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'documented',
    statement:
      'Only IssueCertificate has the key acm-pca:TemplateArn: a statement on reads that requires a value of it grants nothing, with IfExists it does.',
    sources: ['I8', 'S19'],
  },
  'ACC-21': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      "ListCertificateAuthorities with OTHER_ACCOUNTS lists no CA of the caller's own account nor one that is not shared with it, and with SELF none of another account.",
    sources: ['S30'],
  },
  'ACC-22': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement: 'A CA that is shared by PutPolicy alone is listed for the grantee under OTHER_ACCOUNTS, or not.',
    sources: ['S34', 'S30'],
  },
  'ACC-23': {
    operations: ['PutPolicy'],
    level: 'note',
    evidence: 'inferred',
    statement:
      'A refused caller gets AccessDeniedException before any error about the arguments or the state of the CA.',
    answers: ['AccessDeniedException'],
    sources: [],
  },
} as const satisfies Record<string, Requirement>;
