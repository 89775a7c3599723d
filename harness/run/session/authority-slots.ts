// Queues cases if the number of CAs is limited: each waits, in order, until all that it needs are available.

/** The kinds of CAs that meet a need, the preferred one first. */
export type Need = readonly string[];

export interface Slots {
  /**
   * Resolves with the kind taken for each need, once all of them are available at the same time. Rejects with the error that
   * `unavailable` creates if they never can be.
   */
  take(needs: readonly Need[]): Promise<readonly string[]>;
  release(kind: string): void;
  /** Sets the limit of a kind from now on. */
  limit(kind: string, most: number): void;
}

interface Waiting {
  readonly needs: readonly Need[];
  readonly resolve: (kinds: readonly string[]) => void;
  readonly reject: (reason: Error) => void;
}

/** `limits` says how many CAs of each kind may exist at most. */
export function createSlots(
  limits: ReadonlyMap<string, number>,
  unavailable: (needs: readonly Need[]) => Error,
): Slots {
  const most = new Map(limits);
  const used = new Map<string, number>();
  const queue: Waiting[] = [];
  const serve = (): void => {
    // First come, first served, so that a case that needs several gets its turn.
    for (let first = queue[0]; first !== undefined; first = queue[0]) {
      const kinds = assign(first.needs, most, used);
      if (kinds === undefined && assign(first.needs, most, new Map()) !== undefined) return;
      queue.shift();
      if (kinds === undefined) {
        first.reject(unavailable(first.needs));
        continue;
      }
      for (const kind of kinds) count(used, kind, 1);
      first.resolve(kinds);
    }
  };
  return {
    take: (needs) =>
      new Promise((resolve, reject) => {
        queue.push({ needs, resolve, reject });
        serve();
      }),
    release(kind) {
      count(used, kind, -1);
      serve();
    },
    limit(kind, number) {
      most.set(kind, number);
      serve();
    },
  };
}

function assign(
  needs: readonly Need[],
  most: ReadonlyMap<string, number>,
  used: ReadonlyMap<string, number>,
): readonly string[] | undefined {
  const left = new Map([...most].map(([kind, number]) => [kind, number - (used.get(kind) ?? 0)]));
  const kinds: string[] = [];
  for (const need of needs) {
    const kind = need.find((each) => (left.get(each) ?? 0) > 0);
    if (kind === undefined) return undefined;
    count(left, kind, -1);
    kinds.push(kind);
  }
  return kinds;
}

function count(counts: Map<string, number>, kind: string, by: number): void {
  counts.set(kind, (counts.get(kind) ?? 0) + by);
}
