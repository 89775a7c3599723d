// Every mutant and variant of the reference service: the only registry.

import { accessFaults } from './faults/access.js';
import { arnFaults } from './faults/arn.js';
import { combinationFaults } from './faults/combinations.js';
import { concurrencyFaults } from './faults/concurrency.js';
import { equivalenceFaults } from './faults/equivalence.js';
import { equivalenceOverlapFaults } from './faults/equivalence-overlap.js';
import { errorFaults } from './faults/errors.js';
import { policyContentAcceptedFaults } from './faults/policy-content-accepted.js';
import { policyContentOpenFaults } from './faults/policy-content-open.js';
import { policyContentRefusedFaults } from './faults/policy-content-refused.js';
import { policyOperationFaults } from './faults/policy-operations.js';
import { policyTextFaults } from './faults/policy-text.js';
import { resourceStateFaults } from './faults/resource-state.js';
import { sequenceFaults } from './faults/sequences.js';
import { wireFaults } from './faults/wire.js';
import { wireCborFaults } from './faults/wire-cbor.js';
import type { Mutant } from './mutant.js';
import { byId, type Named } from './named.js';
import type { OverlapMutant, OverlapVariant } from './overlap-mutant.js';
import type { Variant } from './variant.js';
import { accessVariants } from './variants/access.js';
import { arnVariants } from './variants/arn.js';
import { concurrencyVariants } from './variants/concurrency.js';
import { errorVariants } from './variants/errors.js';
import { noiseVariants } from './variants/noise.js';
import { policyElementVariants } from './variants/policy-elements.js';
import { policyPrincipalVariants } from './variants/policy-principals.js';
import { policyShareVariants } from './variants/policy-shares.js';
import { policyTextVariants } from './variants/policy-text.js';
import { readBackVariants } from './variants/read-back.js';
import { resourceStateVariants } from './variants/resource-state.js';
import { timingVariants } from './variants/timing.js';
import { wireVariants } from './variants/wire.js';
import { wireCborVariants } from './variants/wire-cbor.js';

/** Those that sequential calls show. */
export const singleCallMutants: readonly Named<Mutant>[] = byId([
  ...accessFaults,
  ...arnFaults,
  ...combinationFaults,
  ...errorFaults,
  ...policyContentAcceptedFaults,
  ...policyContentOpenFaults,
  ...policyContentRefusedFaults,
  ...policyOperationFaults,
  ...policyTextFaults,
  ...resourceStateFaults,
  ...sequenceFaults,
  ...wireFaults,
  ...wireCborFaults,
  ...equivalenceFaults,
]);

/** Those that only overlapping calls show. */
export const overlapMutants: readonly Named<OverlapMutant>[] = byId<Named<OverlapMutant>>([
  ...concurrencyFaults,
  ...equivalenceOverlapFaults,
]);

export const allMutants: readonly Named<Mutant | OverlapMutant>[] = [...singleCallMutants, ...overlapMutants];

/** Those that sequential calls show. */
export const singleCallVariants: readonly Named<Variant>[] = byId([
  ...accessVariants,
  ...arnVariants,
  ...errorVariants,
  ...noiseVariants,
  ...policyElementVariants,
  ...policyPrincipalVariants,
  ...policyShareVariants,
  ...policyTextVariants,
  ...readBackVariants,
  ...resourceStateVariants,
  ...timingVariants,
  ...wireVariants,
  ...wireCborVariants,
]);

/** Those that only overlapping calls show. */
export const overlapVariants: readonly Named<OverlapVariant>[] = byId([...concurrencyVariants]);

export const allVariants: readonly Named<Variant | OverlapVariant>[] = [...singleCallVariants, ...overlapVariants];
