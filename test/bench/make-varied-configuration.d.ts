/**
 * A configuration of about `lines` lines, at least 30, with everything that a provider's file has: macros, certificates,
 * tables, filters in chains, listeners with tags, all kinds of actions, and rules with all kinds of conditions. 7.9 accepts
 * it where the files that it names exist.
 */
export declare function makeVariedConfiguration(lines: number, seed: number): string;
//# sourceMappingURL=make-varied-configuration.d.ts.map