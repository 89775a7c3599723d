import { answers, policyAt, statusOf, success } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'While a CA without a policy is DELETED, DeletePolicy succeeds and there is nothing to do.',
  permittedBy: 'ST-06',
  mutate: answers(['DeletePolicy'], (_right, { input }, call) =>
    statusOf(call, input.ResourceArn) === 'DELETED' && policyAt(call, input.ResourceArn) === undefined
      ? success()
      : undefined,
  ),
};
