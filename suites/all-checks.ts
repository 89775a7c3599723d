// Every check, in the order in which a run makes them: the only registry.

import type { Check } from '../harness/run/check.js';
import { arnChecks } from './arn.js';
import { policyContentChecks } from './policy-content.js';
import { deletePolicyChecks, getPolicyChecks, isolationChecks, putPolicyChecks } from './policy-operations.js';
import { policyTextChecks } from './policy-text.js';
import { resourceStateChecks } from './resource-state.js';

export const allChecks: readonly Check[] = [
  ...putPolicyChecks,
  ...getPolicyChecks,
  ...deletePolicyChecks,
  ...isolationChecks,
  ...arnChecks,
  ...policyTextChecks,
  ...policyContentChecks,
  ...resourceStateChecks,
];
