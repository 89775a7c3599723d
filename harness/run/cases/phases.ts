// The phases of a run, in order: what is known to be important comes first, and random cases use the rest of the budget.

import { runPhases } from '../../files/run-phases.js';
import type { Check } from './check.js';

/**
 * - `saved`: the counterexamples of earlier runs;
 * - `first-pass`: one case for each input class, boundaries among them;
 * - `pairs`: every pair of factors, for the checks that combine them;
 * - `full-pass`: the rest of the quota of each class;
 * - `sequences`: programs of many calls, for the checks about them;
 * - `waves`: schedules of calls that overlap, for the checks about them;
 * - `random`: one case for each class of every check, repeated until the budget ends.
 */
export const phases = runPhases;
export type Phase = (typeof phases)[number];

/** The phases that end by themselves. */
export const fixedPhases: readonly Phase[] = phases.filter((phase) => phase !== 'random');

/**
 * How many cases a phase makes for each input class of a check; in phase `random`, in each of its rounds. A class has at least
 * as many cases in a run as it has to be observed in protocols, unless its calls overlap.
 */
export function casesInPhase(
  phase: Phase,
  check: Pick<Check, 'phase' | 'once'>,
  casesPerInputClass: number,
  protocols = 1,
): number {
  switch (phase) {
    case 'saved':
      return 0;
    case 'first-pass':
      return check.phase === undefined ? 1 : 0;
    case 'full-pass':
      return check.phase === undefined ? Math.max(casesPerInputClass, protocols) - 1 : 0;
    case 'pairs':
      // The rows of a covering array are its cases: repeating them in a protocol would cover nothing more.
      return check.phase === 'pairs' ? protocols : 0;
    case 'sequences':
      return check.phase === 'sequences' ? Math.max(casesPerInputClass, protocols) : 0;
    case 'waves':
      if (check.phase !== 'waves') return 0;
      return check.once === true ? 1 : casesPerInputClass;
    case 'random':
      return check.once === true ? 0 : 1;
    default:
      return phase satisfies never;
  }
}
