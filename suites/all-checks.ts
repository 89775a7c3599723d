// Every check, in the order in which a run makes them. This is the only registry.

import { constraintsOf } from '../harness/api/constraints.js';
import { listsCbor, newestModelRevision, type ModelRevision } from '../harness/api/service-model.js';
import type { Check } from '../harness/run/cases/check.js';
import { accessChecks } from './access/index.js';
import { arnChecks } from './arn.js';
import { combinationChecks } from './combinations.js';
import { concurrencyChecks } from './concurrency.js';
import { equivalenceChecks } from './equivalence.js';
import { errorChecks } from './errors.js';
import { policyContentChecks } from './policy-content.js';
import { deletePolicyChecks, getPolicyChecks, isolationChecks, putPolicyChecks } from './policy-operations.js';
import { policyTextChecks } from './policy-text.js';
import { resourceStateChecks } from './resource-state.js';
import { sequenceChecks } from './sequences.js';
import { wireChecks } from './wire.js';
import { wireCborChecks } from './wire-cbor.js';

/** The checks for one revision of the service model, from which their limits are taken. */
export function checksOf(revision: ModelRevision): readonly Check[] {
  const constraints = constraintsOf(revision);
  return [
    ...putPolicyChecks,
    ...getPolicyChecks,
    ...deletePolicyChecks,
    ...isolationChecks,
    ...arnChecks(constraints),
    ...policyTextChecks(constraints),
    ...policyContentChecks,
    ...combinationChecks,
    ...resourceStateChecks,
    ...errorChecks,
    ...sequenceChecks(constraints),
    ...concurrencyChecks,
    ...wireChecks,
    ...accessChecks,
    ...(listsCbor(revision) ? [...wireCborChecks, ...equivalenceChecks(constraints)] : []),
  ];
}

/** The checks for the newest revision of the service model. */
export const allChecks: readonly Check[] = checksOf(newestModelRevision);
