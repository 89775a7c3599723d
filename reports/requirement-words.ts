// What reports say about a requirement: its statement, its sources and its area.

import { isRequirementId, requirements } from '../harness/catalogue/index.js';
import { isSdkRequirementId, sdkRequirements } from '../harness/catalogue/sdk-requirements.js';
import { sdkSources } from '../harness/catalogue/sdk-sources.js';
import { sources } from '../harness/catalogue/sources.js';

/** Empty if this version does not have the requirement. */
export function statementOf(id: string): string {
  return requirementOf(id)?.statement ?? '';
}

/** Of a service or of a client. */
function requirementOf(id: string): { readonly statement: string; readonly sources: readonly string[] } | undefined {
  if (isSdkRequirementId(id)) return sdkRequirements[id];
  return isRequirementId(id) ? requirements[id] : undefined;
}

/** The first address of each source. */
export function addressesOf(id: string): readonly string[] {
  return sourcesOf(id).map(({ url }) => url);
}

export interface SourceLink {
  readonly title: string;
  readonly url: string;
}

export function sourcesOf(id: string): readonly SourceLink[] {
  return (requirementOf(id)?.sources ?? []).flatMap((key) => {
    const found = Object.entries({ ...sources, ...sdkSources }).find(([name]) => name === key)?.[1];
    return found === undefined ? [] : [{ title: found.title, url: found.urls[0] }];
  });
}

const areas: Readonly<Record<string, string>> = {
  WIRE: 'Protocol',
  ARN: 'Resource ARNs',
  POL: 'Policies',
  PP: 'PutPolicy',
  GP: 'GetPolicy',
  DP: 'DeletePolicy',
  AUTH: 'Who may call',
  ST: 'States of a CA',
  ERR: 'Errors',
  CC: 'Concurrency',
  ISO: 'Isolation',
  RAM: 'Sharing through RAM',
  ORG: 'Organizations',
  ACM: 'ACM',
  Q: 'Quotas and prices',
  CFN: 'CloudFormation',
  CT: 'CloudTrail',
  IAM: 'Grammar of IAM',
  SDK: 'Clients',
};

/** The area in words; the prefix of the id if it has none. */
export function areaOf(requirement: string): string {
  const prefix = requirement.split('-', 1)[0] ?? '';
  return areas[prefix] ?? prefix;
}

/** Requirements on clients share one prefix; what tells them apart is the topic of the check. */
const clientTopics: Readonly<Record<string, string>> = {
  'sdk-request': 'Requests',
  'sdk-signature': 'Signatures',
  'sdk-answers': 'Answers',
  'sdk-errors': 'Errors',
  'sdk-retry': 'Retries',
  'sdk-deadline': 'Deadlines',
  'sdk-endpoints': 'Endpoints',
};

/** The area of the requirement that a check judges, or its topic if it is a check on clients. */
export function topicOf({ id, requirement }: { readonly id: string; readonly requirement: string }): string {
  return clientTopics[id.split('/', 1)[0] ?? ''] ?? areaOf(requirement);
}
