// The reference service: the oracle with always its preferred answer.

import type { Oracle, Service } from '../api/service.js';
import { oracle } from './oracle.js';
import { emptyState, type Principal, type ServiceState } from './state/state.js';

export function referenceService(caller: Principal, rules: Oracle<ServiceState> = oracle): Service<ServiceState> {
  return {
    initial: emptyState(caller),
    step(state, operation, context) {
      const [preferred] = rules.transitions(state, operation, context);
      if (preferred === undefined) throw new Error(`The oracle allows no answer to ${operation.kind}.`);
      return preferred;
    },
  };
}
