/** A source of numbers from 0 up to, but not including, 1. The same seed gives the same numbers on every machine. */
export interface Random {
    readonly next: () => number;
}
/** A generator (mulberry32) that starts from `seed`, of which the lower 32 bits count. */
export declare function createRandom(seed: number): Random;
/** A seed for the `index`-th text of a run, so that one text can be made again without those before it. */
export declare function seedOf(seed: number, index: number, salt?: number): number;
/** A whole number from `low` to `high`, both included. */
export declare function integer(random: Random, low: number, high: number): number;
/** True with this probability (0 to 1). */
export declare function chance(random: Random, probability: number): boolean;
/** One of the items, which must not be none. */
export declare function pick<Item>(random: Random, items: readonly Item[]): Item;
/** One of the items, each as often as its weight says. */
export declare function pickWeighted<Item>(random: Random, items: readonly (readonly [weight: number, item: Item])[]): Item;
/** The items in another order. */
export declare function shuffle<Item>(random: Random, items: readonly Item[]): readonly Item[];
//# sourceMappingURL=random.d.ts.map