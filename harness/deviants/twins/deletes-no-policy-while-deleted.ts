import { answers, policyAt, statusOf, success } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'While a CA without a policy is DELETED, DeletePolicy succeeds and there is nothing to do.',
  permittedBy: 'ST-06',
  bend: answers(['DeletePolicy'], (_right, { input }, call) =>
    statusOf(call, input.ResourceArn) === 'DELETED' && policyAt(call, input.ResourceArn) === undefined
      ? success()
      : undefined,
  ),
};
