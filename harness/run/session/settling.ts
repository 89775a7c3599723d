// How long a read is given to show a change (CC-01), and when a run stops giving time to a target that never lags.

/** Between reads of what has not settled yet, in milliseconds. */
export const settlePollMs = 100;

export interface Settling {
  /** For how long a read that looks wrong is repeated, in milliseconds. */
  allowanceMs(): number;
  /** Says how such a wait ended: whether the read came right in the end. */
  waited(settled: boolean): void;
}

/**
 * After so many waits that brought nothing, and none that did, what looks wrong is wrong. Without this end a target that
 * loses every policy would take the bound for every case.
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

/** For targets in which nothing lags, and for attempts at smaller examples. */
export const noSettling: Settling = createSettling(0);
