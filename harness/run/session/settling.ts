// How long a read is given to show a change (CC-01), and when a run stops waiting for a target that never lags.

/** Pause between reads of a change that is not visible yet, in milliseconds. */
export const settlePollMs = 100;

export interface Settling {
  /** For how long a read that looks wrong is repeated, in milliseconds. */
  allowanceMs(): number;
  /** Reports how such a wait ended: whether the read became correct. */
  waited(settled: boolean): void;
}

/**
 * After so many waits without success, and none with, wrong reads are judged at once. Without this limit a target that
 * loses every policy would take the full wait in every case.
 */
const maxFruitlessWaits = 10;

export function createSettling(boundMs: number, maxWaits = maxFruitlessWaits): Settling {
  let fruitless = 0;
  let hasLagged = false;
  return {
    allowanceMs: () => (hasLagged || fruitless < maxWaits ? boundMs : 0),
    waited(settled) {
      if (settled) hasLagged = true;
      else fruitless += 1;
    },
  };
}

/** For targets without lag, and for attempts at smaller examples. */
export const noSettling: Settling = createSettling(0);
