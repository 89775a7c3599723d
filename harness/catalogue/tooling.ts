// Facts about quotas, prices and the tools around the service.
import type { Requirement } from './requirement.js';

/** Q: quotas and prices. CFN: CloudFormation. CT: CloudTrail. */
export const tooling = {
  'Q-01': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'Each of the three operations is limited to 5 calls per second, account and Region, which cannot be raised. A call beyond the limit gets ThrottlingException.',
    answers: ['ThrottlingException'],
    sources: ['S16'],
    unjudged: { verdict: 'excluded', reason: 'the suite keeps below the limit; a target without one is no worse' },
  },
  'Q-02': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'A CA costs 400 USD a month, or 50 USD in short-lived mode, by the share of the month, from PENDING_CERTIFICATE on. Deletion ends the charge, restoration charges the gap, and the first CA of an account and Region is free for 30 days.',
    sources: ['S29', 'S12'],
    unknown: 'The policy operations have no listed price; they are taken to be free.',
    unjudged: { verdict: 'excluded', reason: 'a price' },
  },
  'Q-03': {
    operations: [],
    level: 'note',
    evidence: 'inferred',
    statement:
      'The cheapest live CA for the suite is one in PENDING_CERTIFICATE in short-lived mode, deleted with a restoration period of 7 days.',
    sources: ['S13', 'S29', 'O1'],
    unjudged: { verdict: 'excluded', reason: 'advice on running the suite' },
  },
  'Q-04': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'An account has at most 200 private CAs in a Region, and a deleted one counts until its restoration period of 7 to 30 days is over. Beyond that, creating one gets LimitExceededException.',
    sources: ['S16'],
    unjudged: { verdict: 'excluded', reason: 'a quota of creating CAs, which the plan of a live run keeps to' },
  },
  'CFN-01': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement: 'CloudFormation has no resource type for the policy of a CA.',
    sources: ['S28'],
    unjudged: { verdict: 'excluded', reason: 'a fact about CloudFormation' },
  },
  'CT-01': {
    operations: ['PutPolicy', 'GetPolicy', 'DeletePolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'CloudTrail records PutPolicy and DeletePolicy with readOnly false and GetPolicy with readOnly true. The policy stands in the record as a string, responseElements is null, and a failed call carries errorCode and errorMessage.',
    sources: ['S23', 'S24'],
    unjudged: { verdict: 'excluded', reason: 'shows in CloudTrail, not in an answer' },
  },
} as const satisfies Record<string, Requirement>;
