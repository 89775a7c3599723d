// Requirements on grants to organizations and their units.
import type { Requirement } from './requirement.js';

/** ORG: AWS Organizations. */
export const organizations = {
  'ORG-01': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement: 'A CA can be shared with an organization and with an organizational unit.',
    sources: ['S1', 'S8'],
    unknown: 'The policy text for an organizational unit; only that for an organization is published.',
    unjudged: { verdict: 'not-testable', reason: 'needs an organization with member accounts' },
  },
  'ORG-02': {
    operations: [],
    level: 'must',
    evidence: 'documented',
    statement:
      'aws:PrincipalOrgID and aws:PrincipalAccount have one value, aws:PrincipalOrgPaths has several, and its paths end with a slash. aws:PrincipalOrgID is absent for a principal outside any organization.',
    sources: ['I9'],
    unjudged: { verdict: 'not-testable', reason: 'needs an organization with member accounts' },
  },
  'ORG-03': {
    operations: ['PutPolicy'],
    level: 'must',
    evidence: 'documented',
    statement:
      'Under the published share for an organization, a caller of another account in the organization is allowed, and one outside is refused; the id of a foreign organization lets nobody in.',
    sources: ['S5', 'I9'],
  },
} as const satisfies Record<string, Requirement>;
