/** A generator (mulberry32) that starts from `seed`, of which the lower 32 bits count. */
export function createRandom(seed) {
    let state = seed >>> 0;
    return {
        next: () => {
            state = (state + 0x6d2b79f5) >>> 0;
            let mixed = Math.imul(state ^ (state >>> 15), state | 1);
            mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
            return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
        },
    };
}
/** A seed for the `index`-th text of a run, so that one text can be made again without those before it. */
export function seedOf(seed, index, salt = 0) {
    return Math.floor(createRandom(seed * 7919 + index * 104729 + salt * 1299709).next() * 4294967296);
}
/** A whole number from `low` to `high`, both included. */
export function integer(random, low, high) {
    return low + Math.floor(random.next() * (high - low + 1));
}
/** True with this probability (0 to 1). */
export function chance(random, probability) {
    return random.next() < probability;
}
/** One of the items, which must not be none. */
export function pick(random, items) {
    const item = items[integer(random, 0, items.length - 1)];
    if (item === undefined)
        throw new Error("nothing to pick from");
    return item;
}
/** One of the items, each as often as its weight says. */
export function pickWeighted(random, items) {
    let rest = random.next() * items.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of items) {
        rest -= weight;
        if (rest < 0)
            return item;
    }
    return pick(random, items)[1];
}
/** The items in another order. */
export function shuffle(random, items) {
    const keyed = items.map((item) => ({ item, key: random.next() }));
    return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item);
}
//# sourceMappingURL=random.js.map