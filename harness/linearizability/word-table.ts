// A hash table from tuples of integers to integers, in typed arrays: the cache of the search.

export interface WordTable {
  /** The stored value of the tuple, or -1. */
  get(words: Int32Array): number;
  /** Stores a non-negative value. */
  set(words: Int32Array, value: number): void;
}

const firstCapacity = 32;

/** Every tuple has `width` words. Open addressing with linear probing, at most half full. */
export function createWordTable(width: number): WordTable {
  let capacity = firstCapacity;
  let keys = new Int32Array(capacity * width);
  // Values are kept plus one, so that 0 marks a free slot.
  let values = new Int32Array(capacity);
  let size = 0;

  function slotOf(words: Int32Array, offset: number): number {
    const last = capacity - 1;
    let slot = hash(words, offset, width) & last;
    while (values[slot] !== 0 && !holds(keys, slot * width, words, offset, width)) slot = (slot + 1) & last;
    return slot;
  }

  function grow(): void {
    const [oldKeys, oldValues] = [keys, values];
    capacity *= 4;
    keys = new Int32Array(capacity * width);
    values = new Int32Array(capacity);
    for (let old = 0; old < oldValues.length; old += 1) {
      const value = oldValues[old] ?? 0;
      if (value === 0) continue;
      const slot = slotOf(oldKeys, old * width);
      for (let word = 0; word < width; word += 1) keys[slot * width + word] = oldKeys[old * width + word] ?? 0;
      values[slot] = value;
    }
  }

  return {
    get: (words) => (values[slotOf(words, 0)] ?? 0) - 1,
    set(words, value) {
      let slot = slotOf(words, 0);
      if (values[slot] === 0) {
        size += 1;
        if (2 * size > capacity) {
          grow();
          slot = slotOf(words, 0);
        }
        for (let word = 0; word < width; word += 1) keys[slot * width + word] = words[word] ?? 0;
      }
      values[slot] = value + 1;
    },
  };
}

function hash(words: Int32Array, offset: number, width: number): number {
  let mixed = 0;
  for (let word = 0; word < width; word += 1) {
    mixed = Math.imul(mixed ^ (words[offset + word] ?? 0), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}

function holds(keys: Int32Array, at: number, words: Int32Array, offset: number, width: number): boolean {
  for (let word = 0; word < width; word += 1) {
    if (keys[at + word] !== words[offset + word]) return false;
  }
  return true;
}
