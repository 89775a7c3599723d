// The checker on textbook histories, against brute force, and on what a register does.

import { expect, test } from 'vitest';
import { checkLinearizability } from './checker.js';
import { firstImpossible, isAllowedOrder, isExplained } from './testing/brute-force.js';
import { forgetfulRegister, register, registerWithoutPromises } from './testing/register.js';
import { simulateRegister, type Fault } from './testing/simulation.js';

test('agrees', () => {
  let no = 0;
  for (const spec of [register, registerWithoutPromises, forgetfulRegister])
    for (const fault of [
      'none',
      'stale read',
      'lost put',
      'refused but applied',
      'late effect',
      'wrong value',
    ] as Fault[])
      for (const laneCount of [1, 2, 3, 8])
        for (const openShare of [0, 0.2])
          for (const valueCount of [undefined, 2])
            for (let seed = 1; seed < 60; seed++) {
              const history = simulateRegister({
                callCount: 10,
                laneCount,
                seed,
                fault,
                openShare,
                refusedShare: 0.1,
                faultShare: 0.15,
                ...(valueCount ? { valueCount } : {}),
              });
              const verdict = checkLinearizability(history, spec);
              const brute = isExplained(history, spec);
              expect(verdict.kind, JSON.stringify(history)).toBe(brute ? 'explained' : 'unexplained');
              if (verdict.kind === 'explained') expect(isAllowedOrder(history, spec, verdict.order)).toBe(true);
              if (verdict.kind === 'unexplained') {
                no++;
                expect(verdict.impossible, JSON.stringify(history)).toBe(firstImpossible(history, spec));
                expect(isAllowedOrder(history, spec, verdict.longest)).toBe(true);
              }
              if (fault === 'none') expect(verdict.kind).toBe('explained');
            }
  console.log(no);
});
