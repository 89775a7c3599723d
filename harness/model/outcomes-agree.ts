// Compares an observed outcome with a predicted one.

import { policyTextOf, type Outcome } from '../api/outcome.js';
import { policiesAreEquivalent } from './policy/policy-equivalence.js';

/**
 * Errors agree by name; ValidationError and ValidationException are two names of one error (ERR-01).
 * A predicted policy agrees with every equivalent text (GP-03, GP-04).
 */
export function outcomesAgree(predicted: Outcome, observed: Outcome): boolean {
  if (predicted.kind === 'service-error') {
    return (
      observed.kind === 'service-error' && normalizedErrorName(predicted.error) === normalizedErrorName(observed.error)
    );
  }
  if (predicted.kind !== 'success' || observed.kind !== 'success') return false;
  const expected = policyTextOf(predicted);
  if (expected === undefined) return true;
  const returned = policyTextOf(observed);
  return returned !== undefined && policiesAreEquivalent(expected, returned);
}

export function normalizedErrorName(name: string): string {
  return name === 'ValidationError' ? 'ValidationException' : name;
}
