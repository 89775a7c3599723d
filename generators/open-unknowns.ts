// Questions to live AWS that no source answers: the checks or cases that ask each one, or why it cannot be asked.

import type { Case } from '../harness/api/case.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import { deleteCa, put, remove } from './calls.js';
import { acceptedPolicy } from './policy-templates.js';

export interface OpenUnknown {
  readonly id: string;
  readonly question: string;
  readonly requirement: RequirementId;
  /** The checks whose cases ask it: ids or prefixes of ids. */
  readonly checks?: readonly string[] | undefined;
  readonly cases?: readonly Case[] | undefined;
  /** Why it cannot be asked; such a question is not testable. */
  readonly unreached?: string | undefined;
}

const missing =
  'arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:certificate-authority/00000000-0000-0000-0000-000000000000';
const malformedArn = 'arn:{{ca0.partition}}:acm-pca:{{ca0.region}}:{{ca0.account}}:';
const notJson = '{';
const tooLong = '{{fill:20:81921}}';

/** A case of one call with two flaws, to see which of them the error names. */
function precedence(id: string, policy: string, arn?: string): Case {
  return {
    inputClass: `precedence/${id}`,
    given: ['usable'],
    steps: [put('control', acceptedPolicy), put('subject', policy, arn === undefined ? {} : { arn })],
  };
}

function afterDeletion(id: string, policy: string): Case {
  return {
    inputClass: `precedence/${id}`,
    given: ['PENDING_CERTIFICATE'],
    steps: [put('control', acceptedPolicy), remove('control'), deleteCa(), put('subject', policy)],
  };
}

const needsSharing = 'the suite creates no shares in RAM';

export const openUnknowns: readonly OpenUnknown[] = [
  {
    id: 'forms-outside-the-templates',
    question: 'Which policies outside the published templates are accepted?',
    requirement: 'POL-25',
    checks: ['policy-content/handles-'],
  },
  {
    id: 'read-back',
    question: 'In which bytes is a policy returned, and does an account id become an ARN?',
    requirement: 'GP-04',
    checks: ['policy-content/accepts-', 'put-policy/'],
  },
  {
    id: 'error-texts',
    question: 'Which messages do the errors of the three operations have?',
    requirement: 'GP-01',
    checks: ['policy-text/', 'policy-content/rejects-other-effects', 'arn/rejects-missing-authorities'],
  },
  {
    id: 'states-in-reach',
    question: 'How do the operations answer on a CA that is DISABLED, DELETED or restored?',
    requirement: 'ST-04',
    checks: ['resource-state/'],
  },
  {
    id: 'state-expired',
    question: 'How do the operations answer on an EXPIRED CA?',
    requirement: 'ST-04',
    unreached: 'a CA expires with time, and no check waits for that',
  },
  {
    id: 'state-creating',
    question: 'How do the operations answer on a CA in CREATING?',
    requirement: 'ST-04',
    unreached: 'the state ends by itself before a call can reliably observe it',
  },
  {
    id: 'state-failed',
    question: 'How do the operations answer on a FAILED CA?',
    requirement: 'ST-04',
    unreached: 'no call puts a CA into this state',
  },
  {
    id: 'mismatches',
    question: 'How is an ARN of another region or partition, or of a certificate, rejected?',
    requirement: 'ARN-07',
    checks: ['arn/'],
  },
  {
    id: 'anchoring',
    question: 'Are the patterns of ResourceArn and Policy anchored?',
    requirement: 'ARN-02',
    checks: ['arn/rejects-malformed-arns', 'arn/rejects-additions-to-arns', 'policy-text/rejects-other-characters'],
  },
  {
    id: 'put-over-a-share',
    question: 'What does PutPolicy do to a CA that is shared in RAM, and to the share?',
    requirement: 'PP-06',
    unreached: needsSharing,
  },
  {
    id: 'documents-of-shares',
    question:
      'Which policies does RAM write for organizational units and services, and what do its permissions contain?',
    requirement: 'RAM-05',
    unreached: needsSharing,
  },
  {
    id: 'precedence',
    question: 'Which of two flaws does an error name?',
    requirement: 'PP-04',
    cases: [
      precedence('malformed-arn-and-no-json', notJson, malformedArn),
      precedence('missing-authority-and-no-json', notJson, missing),
      precedence('missing-authority-and-too-long', tooLong, missing),
      precedence('malformed-arn-and-too-long', tooLong, malformedArn),
      afterDeletion('deleted-authority-and-no-json', notJson),
    ],
  },
];
