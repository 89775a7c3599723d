// Requirements on what a policy document says.
import type { Requirement } from './requirement.js';

/** POL-10 to POL-44: which documents PutPolicy accepts, which it rejects, and which are open. */
export const policyContent = {
  'POL-10': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'A share with one account is accepted: one statement allows the five read actions without a condition, the other allows IssueCertificate for the template EndEntityCertificate/V1. Both name the account by its 12 digits and the CA by its ARN. Where the account is not the owner, POL-35 applies: Success is demanded for one that the user named or that the same target accepted in the run.',
    answers: ['Success'],
    sources: ['S5', 'S1', 'S6'],
  },
  'POL-11': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'A share with an organization is accepted: the principal is "*", both statements require aws:PrincipalOrgID and exclude the account of the owner through StringNotEquals on aws:PrincipalAccount, and the one that allows IssueCertificate also fixes the template. POL-35 applies: Success is demanded for an organization that the user named or that the same target accepted in the run.',
    answers: ['Success'],
    sources: ['S5', 'O19'],
  },
  'POL-12': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'A share with an organization that does not exclude the account of the owner was the documented form from 2020 to 2023. Today it may be accepted or rejected.',
    answers: ['Success', 'InvalidPolicyException'],
    sources: ['S6'],
    unknown: 'Whether the service still accepts the older form.',
  },
  'POL-13': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'A share with the service principal proxy.network-firewall.amazonaws.com is accepted: a read statement and one that allows IssueCertificate for SubordinateCACertificate_PathLen0/V1, both under ArnEquals on aws:SourceArn. The service is in preview, so that POL-35 applies: Success is demanded where the same target accepted the service in the run.',
    answers: ['Success'],
    sources: ['S25', 'S26'],
  },
  'POL-14': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'In the published policies the ids of the principals and the ARN of the CA may be filled in. The text of a Sid is free as well.',
    answers: ['Success'],
    sources: ['S5', 'S6', 'S1'],
    unknown:
      'Whether a Sid is accepted that is empty, not a string, longer than the published ones, or not of letters, digits and hyphens; it may be rejected with InvalidPolicyException or ValidationException.',
  },
  'POL-15': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'observed',
    statement:
      'Two statements of one policy may have the same Sid. The rule of IAM that a Sid is unique does not bind here. With another grantee than the own account POL-35 applies.',
    answers: ['Success'],
    sources: ['O1', 'O3', 'O4', 'O5', 'O19', 'S6', 'S23', 'I2'],
  },
  'POL-16': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'observed',
    statement:
      'A Sid may contain hyphens, and it may be absent. With another grantee than the own account POL-35 applies.',
    answers: ['Success'],
    sources: ['O19', 'S23', 'S25', 'I2'],
  },
  'POL-17': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'observed',
    statement:
      'The read statement and the one that allows IssueCertificate may stand in either order, and the read actions in any order. With another grantee than the own account POL-35 applies.',
    answers: ['Success'],
    sources: ['O1', 'O19', 'S1', 'S5', 'S23', 'S25'],
  },
  'POL-18': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'observed',
    statement:
      'A single action may be written as a string or as an array of one string. With another grantee than the own account POL-35 applies.',
    answers: ['Success'],
    sources: ['O1', 'O19', 'S1', 'S5', 'S23', 'I1'],
  },
  'POL-19': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'observed',
    statement: 'The principal may be the account that owns the CA.',
    answers: ['Success'],
    sources: ['O1', 'O3', 'O4', 'O5'],
  },
  'POL-20': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'observed',
    statement:
      'In 2020 and 2021 a policy that was not of the documented form got InvalidPolicyException with the text "InvalidPolicy: The supplied policy does not match RAM managed permissions". No other live text of that error is public for this service.',
    answers: ['InvalidPolicyException', 'Success'],
    sources: ['O10', 'O22'],
    unknown:
      'Whether a policy that is of no documented form, and grants nothing outside the seven actions, is rejected today.',
    judgedThrough: ['POL-27', 'POL-28', 'POL-44'],
  },
  'POL-21': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'A policy that lacks a required statement, or holds one that is not allowed, is rejected with InvalidPolicyException.',
    answers: ['InvalidPolicyException'],
    sources: ['S1'],
    unknown: 'Which statements are required; no page lists them.',
  },
  'POL-22': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'A customer managed permission of RAM for a CA may hold any combination of seven actions: the five reads, IssueCertificate and RevokeCertificate. RAM shares the type with accounts, IAM users and roles, and service principals.',
    sources: ['S7', 'S5', 'S20', 'O24'],
    unknown: 'The day on which this came into effect; an article of 2026-04-12 calls it recent.',
    unjudged: {
      verdict: 'excluded',
      reason: 'a fact about RAM that fixes the action set of POL-25, POL-27 and POL-44',
    },
  },
  'POL-23': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'For a policy attached by hand that matches no managed permission, RAM creates a customer managed permission of feature set CREATED_FROM_POLICY. For a type with customer managed permissions, a mismatch is thus no longer necessarily an error.',
    sources: ['S21'],
    unjudged: { verdict: 'excluded', reason: 'history: a general statement about RAM that explains POL-25' },
  },
  'POL-24': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'The user guide offers the condition on acm-pca:TemplateArn as an option and no longer lists six templates, yet on the same page asks that the published structure be followed precisely.',
    sources: ['S5'],
    unjudged: { verdict: 'excluded', reason: 'history: the page contradicts itself; POL-26 judges with both outcomes' },
  },
  'POL-25': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'A policy that grants another non-empty subset of the seven actions on the right CA, to an account, an organization or a service principal, may be accepted or rejected. Read-only, issue-only, with RevokeCertificate and all in one statement are such cases.',
    answers: ['Success', 'InvalidPolicyException'],
    sources: ['S1', 'S5', 'S7', 'S20'],
    unknown: 'The verdict of the live service since customer managed permissions exist.',
  },
  'POL-26': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'IssueCertificate without a condition on the template, or with another template than the published example has, may be accepted or rejected. For the other five templates of the list of 2023 acceptance is expected.',
    answers: ['Success', 'InvalidPolicyException'],
    sources: ['S5', 'S6', 'S25'],
    unknown: 'The verdict of the live service since customer managed permissions exist.',
  },
  'POL-27': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'documented',
    statement:
      'An action outside the seven is rejected with InvalidPolicyException. ValidationException is acceptable only if the action does not exist at all.',
    answers: ['InvalidPolicyException', 'ValidationException'],
    sources: ['S1', 'S7', 'S5'],
    unknown: 'No such rejection by the live service has been published.',
  },
  'POL-28': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'A wildcard that covers an action outside the seven is not accepted; acm-pca:*, acm-pca:Get* and * all cover one. A wildcard in the service prefix is not an action in the grammar of IAM, so ValidationException is acceptable too.',
    answers: ['InvalidPolicyException', 'ValidationException'],
    sources: ['S1', 'S5', 'S7', 'I7'],
    unknown:
      'No answer of the live service to a wildcard has been published. One that covers only the seven actions may be accepted.',
  },
  'POL-29': {
    operations: ['PutPolicy', 'GetPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'Where several answers to a document are acceptable, the answer is one of them, the same document gets the same answer twice, an accepted one is read back as an equivalent one, and a rejected one leaves the former policy in place.',
    sources: ['S1', 'S5'],
  },
  'POL-30': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'observed-second-hand',
    statement:
      'A statement with Effect Deny is rejected with InvalidPolicyException or LockoutPreventedException. An Effect that is missing, written in another case, or none of the two words of the grammar is rejected with InvalidPolicyException or ValidationException.',
    answers: ['InvalidPolicyException', 'LockoutPreventedException', 'ValidationException'],
    sources: ['O11', 'S33', 'I3'],
    unknown: 'No answer of the live service to a Deny statement has been published.',
  },
  'POL-31': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'Resource is documented as the ARN of the CA. "*", an array, an ARN with a wildcard and a missing Resource may be accepted or rejected; NotResource is rejected with InvalidPolicyException.',
    answers: ['InvalidPolicyException', 'Success'],
    sources: ['S1', 'S5'],
    unknown:
      'Whether the ARN of another CA is rejected. InvalidPolicyException is expected without a source, so no answer to that case fails a target. A Resource that is not a string may get ValidationException as well.',
  },
  'POL-32': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'The ARN of a certificate under the CA stood as Resource in an earlier revision of the user guide and no longer does. It may be accepted or rejected.',
    answers: ['InvalidPolicyException', 'Success'],
    sources: ['S5b', 'S5'],
  },
  'POL-33': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'Root ARNs, user and role ARNs, sessions, unique ids, arrays of accounts, and {"AWS":"*"} under a condition that narrows it may be accepted or rejected. NotPrincipal, Federated, CanonicalUser and {"AWS":"*"} without such a condition are rejected with InvalidPolicyException, and what the grammar of IAM has no principal for also with ValidationException.',
    answers: ['Success', 'InvalidPolicyException'],
    sources: ['S5', 'S8', 'S20', 'I1', 'I4', 'O20'],
    unknown:
      'The verdict of the live service on any principal other than the three documented forms. That an AWS principal of no published shape is rejected is inferred, so no answer to it fails a target.',
  },
  'POL-34': {
    operations: ['PutPolicy'],
    level: 'note',
    evidence: 'inferred',
    statement:
      'Principal "*" without a condition on organization, source ARN, source account or another key that narrows it makes the CA public, and is expected to be rejected, since RAM knows no principal of that kind.',
    answers: ['InvalidPolicyException'],
    sources: ['S5', 'S20'],
    unknown: 'No text says that a public policy is rejected.',
  },
  'POL-35': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'An account, role or organization that does not exist, and an organization id of another form than the published one, may be accepted or rejected with InvalidPolicyException. An account id that does not have 12 digits is rejected with InvalidPolicyException or ValidationException.',
    answers: ['Success', 'InvalidPolicyException', 'ValidationException'],
    sources: ['S5', 'I4'],
    unknown: 'Whether the service looks principals up.',
  },
  'POL-36': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'Version 2008-10-17, and a policy without Version, may be accepted or rejected with InvalidPolicyException; a Version that is null may be taken for either, and may get ValidationException too. Any value unknown to IAM is rejected with InvalidPolicyException or ValidationException.',
    answers: ['Success', 'InvalidPolicyException', 'ValidationException'],
    sources: ['S5', 'I1', 'I5'],
    unknown: 'Published examples show 2012-10-17 only.',
  },
  'POL-37': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'A policy with an Id may be accepted or rejected. So may one with an unknown key at the top or in a statement, for which rejection is expected, and which need not be there on read. A document nested more than 100 deep may be rejected as unreadable, with ValidationException.',
    answers: ['Success', 'InvalidPolicyException', 'ValidationException'],
    sources: ['I1'],
    unknown:
      'Whether the service ignores unknown keys. An Id that is not a string may get ValidationException as well.',
  },
  'POL-38': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'Statement may be a single object, which may be accepted or rejected with InvalidPolicyException. A Statement that is missing, an empty array, or neither object nor array is rejected with InvalidPolicyException or ValidationException. An empty Condition, and one that is null, may be accepted or rejected with either.',
    answers: ['Success', 'InvalidPolicyException', 'ValidationException'],
    sources: ['S1', 'I6'],
  },
  'POL-39': {
    operations: ['PutPolicy'],
    level: 'note',
    evidence: 'inferred',
    statement:
      'More than two statements, such as a pair for each of several accounts, are expected to be accepted, since two shares of one CA end in one policy.',
    answers: ['Success', 'InvalidPolicyException'],
    sources: ['S22'],
  },
  'POL-40': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'The ARN of a template carries the partition of the CA. One that carries another partition may be rejected or accepted.',
    answers: ['InvalidPolicyException', 'Success'],
    sources: ['S27', 'O1'],
  },
  'POL-41': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'The published policies compare acm-pca:TemplateArn with StringEquals, though the key is typed as an ARN. Any other operator may be accepted or rejected.',
    answers: ['Success', 'InvalidPolicyException'],
    sources: ['S5', 'S19', 'S27'],
    unknown: 'Which error an operator that IAM does not define gets; ValidationException is acceptable as well.',
  },
  'POL-42': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'A policy with a condition beyond the published ones, on aws:SourceIp, aws:SourceAccount, aws:PrincipalArn or a tag, may be accepted or rejected. So may one with an empty Condition, or one that is null, for which ValidationException is acceptable too.',
    answers: ['Success', 'InvalidPolicyException', 'ValidationException'],
    sources: ['S5', 'S25'],
    unknown: 'Which error a Condition that violates the grammar gets; ValidationException is acceptable as well.',
  },
  'POL-43': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'IAM disregards case in actions and in condition keys, and its grammar fixes the case of elements and operators. A policy whose case departs from the published one may be accepted or rejected.',
    answers: ['Success', 'InvalidPolicyException'],
    sources: ['I1', 'I7', 'I8'],
    unknown: 'Whether the service compares policies as text.',
  },
  'POL-44': {
    operations: ['PutPolicy'],
    level: 'any-of',
    evidence: 'inferred',
    statement: 'A statement with NotAction grants actions outside the seven, and is rejected.',
    answers: ['InvalidPolicyException', 'ValidationException'],
    sources: ['S1', 'S7'],
  },
} as const satisfies Record<string, Requirement>;
