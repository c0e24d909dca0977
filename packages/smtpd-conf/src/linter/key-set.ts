/**
 * The keys of a table, of which there can be millions: only a number made of each is kept. `has` is right when it says no;
 * when it says yes it is wrong once in a few thousand times for a million keys.
 */
export interface KeySet {
  readonly add: (key: string) => void;
  readonly has: (key: string) => boolean;
}

const empty = 0;

export function createKeySet(): KeySet {
  let slots = new Uint32Array(64);
  let size = 0;
  return {
    add: (key) => {
      if (2 * size >= slots.length) slots = grown(slots);
      const number = numberOf(key);
      const slot = slotOf(number, slots);
      if (slots[slot] === empty) size++;
      slots[slot] = number;
    },
    has: (key) => slots[slotOf(numberOf(key), slots)] !== empty,
  };
}

/** Where a number stands or is to stand: the first free place behind that of its lowest bits. */
function slotOf(number: number, slots: Uint32Array): number {
  let slot = number & (slots.length - 1);
  while (slots[slot] !== empty && slots[slot] !== number) slot = (slot + 1) & (slots.length - 1);
  return slot;
}

function grown(slots: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * slots.length);
  for (const number of slots) if (number !== empty) larger[slotOf(number, larger)] = number;
  return larger;
}

/** FNV-1a over the UTF-16 units, mixed so that keys that differ in their ends spread; never the number of a free place. */
function numberOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0 || 1;
}
