// Puts a variant of the reference service where the suite can judge it: behind the protocol, in the process, on a clock
// that moves only where somebody waits.

import { newestModelRevision } from '../api/service-model.js';
import type { Wire } from '../api/wire.js';
import { hostBent, type Bending } from '../deviants/bending.js';
import { hostInProcess } from '../emulator/in-process.js';
import type { Trial } from '../run/detect.js';
import { builtinService } from '../run/open-target.js';
import { defaults } from '../run/run-config.js';
import { createWireTarget } from '../targets/wire-target.js';

const { service: reference } = builtinService({ region: defaults.region, modelRevision: newestModelRevision });

/** The variant behind the protocol, begun anew. */
export function wireOf(variant: Bending): Wire {
  return hostBent(variant, reference, hostInProcess);
}

/** The clock begins on Tuesday, 1 September 2026. */
export function trialTarget(variant: Bending): Pick<Trial, 'target' | 'clock' | 'settleMs'> {
  let timeMs = Date.UTC(2026, 8, 1);
  const nowMs = (): number => timeMs;
  const pass = (durationMs: number): void => {
    timeMs += durationMs;
  };
  return {
    target: createWireTarget({ name: 'trial', region: defaults.region, wire: wireOf(variant), nowMs, pass }),
    clock: { nowMs, pause: async (durationMs) => pass(durationMs) },
    settleMs: defaults.settleMs,
  };
}
