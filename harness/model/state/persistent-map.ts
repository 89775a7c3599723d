// An immutable map: a change creates a new map, which shares most of its structure with the old one.

/** Two levels of 64 branches: with 10,000 entries a change copies two arrays of 64 and a list of two or three entries. */
const fanout = 64;

type Bucket<Value> = readonly (readonly [string, Value])[];
type Branch<Value> = readonly (Bucket<Value> | undefined)[];

const emptyBranch: readonly undefined[] = Array.from({ length: fanout }, () => undefined);

/** The order of entries depends only on the map. */
export class PersistentMap<Value> implements ReadonlyMap<string, Value> {
  private constructor(
    private readonly branches: readonly (Branch<Value> | undefined)[],
    readonly size: number,
  ) {}

  static of<Value>(entries: Iterable<readonly [string, Value]> = []): PersistentMap<Value> {
    let map = new PersistentMap<Value>(emptyBranch, 0);
    for (const [key, value] of entries) map = map.with(key, value);
    return map;
  }

  get(key: string): Value | undefined {
    return this.bucketOf(hash(key)).find((entry) => entry[0] === key)?.[1];
  }

  has(key: string): boolean {
    return this.bucketOf(hash(key)).some((entry) => entry[0] === key);
  }

  with(key: string, value: Value): PersistentMap<Value> {
    const at = hash(key);
    const bucket = this.bucketOf(at);
    const others = bucket.filter((entry) => entry[0] !== key);
    return this.withBucket(at, [...others, [key, value]], 1 + others.length - bucket.length);
  }

  without(key: string): PersistentMap<Value> {
    const at = hash(key);
    const bucket = this.bucketOf(at);
    const others = bucket.filter((entry) => entry[0] !== key);
    return others.length === bucket.length ? this : this.withBucket(at, others, -1);
  }

  *entries(): MapIterator<[string, Value]> {
    for (const branch of this.branches) {
      for (const bucket of branch ?? []) {
        for (const [key, value] of bucket ?? []) yield [key, value];
      }
    }
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  private bucketOf(at: number): Bucket<Value> {
    return this.branches[at % fanout]?.[Math.floor(at / fanout) % fanout] ?? [];
  }

  private withBucket(at: number, bucket: Bucket<Value>, growth: number): PersistentMap<Value> {
    const [outer, inner] = [at % fanout, Math.floor(at / fanout) % fanout];
    const branch = (this.branches[outer] ?? emptyBranch).with(inner, bucket.length === 0 ? undefined : bucket);
    return new PersistentMap(this.branches.with(outer, branch), this.size + growth);
  }
}

/** Hashes the end of an ARN, which contains the id; the rest is equal in all ARNs. */
const hashedLength = 40;

/** FNV-1a. Source: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let index = Math.max(0, key.length - hashedLength); index < key.length; index += 1) {
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
