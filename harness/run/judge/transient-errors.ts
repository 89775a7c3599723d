// The answers that say nothing about the input: the refused call had no effect and may succeed later (CC-02, Q-01).

/** Their names, with what each means. */
export const transientErrors: ReadonlyMap<string, string> = new Map([
  ['ConcurrentModificationException', 'the target says that an earlier update is still going on'],
  ['ThrottlingException', 'the call was throttled'],
]);
