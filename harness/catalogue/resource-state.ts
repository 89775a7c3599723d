// Requirements on the operations in each state of the CA.
import type { Requirement } from './requirement.js';

/** ST: the life cycle of a CA, as far as it bears on its policy. */
export const resourceState = {
  'ST-01': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'A CA is CREATING, PENDING_CERTIFICATE, ACTIVE, DISABLED, EXPIRED, FAILED or DELETED. It is billed in all of them but FAILED and DELETED.',
    sources: ['S12'],
    unjudged: { verdict: 'excluded', reason: 'a fact about CAs, not about their policies' },
  },
  'ST-02': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'A CA can be deleted in any state but ACTIVE, from which it is disabled first. A restoration period of 7 to 30 days, 30 unless set, applies to PENDING_CERTIFICATE and DISABLED, by one page also to EXPIRED, and not to CREATING or FAILED.',
    sources: ['S13', 'S15', 'O15'],
    unjudged: { verdict: 'excluded', reason: 'a fact about DeleteCertificateAuthority' },
  },
  'ST-03': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'Restoring a CA returns it to the status it had before deletion, or to EXPIRED if its certificate has expired meanwhile.',
    sources: ['S12', 'S14'],
    unknown: 'What becomes of an attached policy across deletion and restoration: it may be intact or gone.',
  },
  'ST-04': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'any-of',
    evidence: 'ambiguous',
    statement:
      'InvalidStateException says that the state of the CA does not allow the action. In ACTIVE the three operations do their work; in DISABLED they do as well, or answer InvalidStateException.',
    answers: ['Success', 'InvalidStateException', 'ResourceNotFoundException'],
    sources: ['S1', 'S2', 'S3', 'S12'],
    unknown:
      'No page lists the states that allow the operations. EXPIRED, CREATING and FAILED are as open as DISABLED, and the suite can neither bring a CA into them nor wait until a deleted one is gone for good.',
  },
  'ST-05': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'observed',
    statement:
      'On a CA in PENDING_CERTIFICATE, PutPolicy and DeletePolicy succeed, and GetPolicy returns the policy that was put.',
    answers: ['Success'],
    sources: ['O1', 'O3', 'O4', 'O5'],
    unknown: 'Not shown for a CA in short-lived mode; nothing suggests a difference.',
  },
  'ST-06': {
    operations: ['PutPolicy'],
    level: 'note',
    evidence: 'observed-sibling',
    statement:
      'PutPolicy on a CA in DELETED is expected to answer InvalidStateException, as ListTags does there. ResourceNotFoundException is as good.',
    answers: ['InvalidStateException', 'ResourceNotFoundException'],
    sources: ['O14', 'O8'],
    unknown:
      'The answer of PutPolicy itself, and that of DeletePolicy, for which InvalidStateException, Success and ResourceNotFoundException are all possible.',
  },
  'ST-07': {
    operations: ['GetPolicy'],
    level: 'note',
    evidence: 'observed-derived',
    statement:
      'GetPolicy on a CA in DELETED whose policy was removed before answers ResourceNotFoundException. InvalidStateException there is a deviation worth reporting, since the service may have changed since 2024.',
    answers: ['ResourceNotFoundException'],
    sources: ['O1', 'O2', 'O5'],
    unknown:
      'The answer where a policy was still attached; Success, InvalidStateException and ResourceNotFoundException are all possible.',
  },
  'ST-08': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement: 'In listings EXPIRED hides ACTIVE and DISABLED, and DELETED hides EXPIRED.',
    sources: ['S12'],
    unjudged: { verdict: 'excluded', reason: 'a fact about listings of CAs' },
  },
  'ST-09': {
    operations: [],
    level: 'must',
    evidence: 'observed-derived',
    statement:
      'UpdateCertificateAuthority outside ACTIVE and DISABLED answers InvalidStateException with the text "The certificate authority must be in the ACTIVE or DISABLED state to be updated", on which a provider relies. GetCertificateAuthorityCertificate on a pending CA answers InvalidStateException.',
    answers: ['InvalidStateException'],
    sources: ['O2'],
    unjudged: { verdict: 'excluded', reason: 'a fact about UpdateCertificateAuthority and its siblings' },
  },
} as const satisfies Record<string, Requirement>;
