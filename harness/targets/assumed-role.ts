// The temporary keys of a role, renewed before they expire.

import type { KeyProvider } from '../api/aws-keys.js';
import type { TemporaryKeys } from './sts-client.js';

/** So long before they expire the keys are renewed: no call takes longer. */
const reserveMs = 5 * 60_000;

/** Calls share one request for keys. */
export function renewedKeys(assume: () => Promise<TemporaryKeys>, nowMs: () => number): KeyProvider {
  let keys: TemporaryKeys | undefined;
  let renewal: Promise<TemporaryKeys> | undefined;
  return async () => {
    if (keys !== undefined && nowMs() < keys.expiresAtMs - reserveMs) return keys;
    renewal ??= assume().finally(() => {
      renewal = undefined;
    });
    keys = await renewal;
    return keys;
  };
}
