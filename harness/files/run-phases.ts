// The phases of a run, apart from the schema of its events, which takes long to load.

/** Their names in events. */
export const runPhases = ['saved', 'first-pass', 'pairs', 'full-pass', 'sequences', 'waves', 'random'] as const;
export type RunPhase = (typeof runPhases)[number];
