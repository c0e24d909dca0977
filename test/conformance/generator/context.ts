import { chance, integer, pick, type Random } from "../random.ts";

/** The releases whose language the generator knows. */
export type Release = "6.4" | "6.6" | "6.7" | "6.8" | "7.3" | "7.4" | "7.5" | "7.6" | "7.8" | "7.9";

/**
 * What smtpd takes a table for: `users` is `getpwnam`, `process` a table program, `none` a static table without a
 * configuration.
 */
export type TableKind = "list" | "mapping" | "users" | "process" | "none";

/** Paths of files that exist on the machine, with the right owner and mode. */
export interface FixturePaths {
  readonly certificate: string;
  readonly key: string;
  /** One entry a line. */
  readonly list: string;
  /** Begins with `# @list`. */
  readonly markedList: string;
  readonly mapping: string;
  /** Has no bytes; smtpd takes it for a mapping. */
  readonly empty: string;
}

/** What has been declared so far in the configuration that is being made, and how many mistakes it may still get. */
export interface Context {
  readonly random: Random;
  readonly release: Release;
  readonly files: FixturePaths | undefined;
  readonly tables: Map<string, TableKind>;
  readonly actions: Set<string>;
  readonly wrappers: Set<string>;
  readonly processors: Set<string>;
  readonly filters: Set<string>;
  readonly chains: Set<string>;
  readonly pki: Set<string>;
  readonly authorities: Set<string>;
  readonly macros: Set<string>;
  /** Statements that must stand before the one being made, such as the macro that it uses. */
  readonly before: string[];
  srsKey: boolean;
  socket: boolean;
  /** Calls of `slip` until the next one makes a mistake. */
  untilSlip: number;
}

/** An empty configuration for this release; `untilSlip` is Infinity for one without mistakes. */
export function createContext(
  random: Random,
  release: Release,
  files: FixturePaths | undefined,
  untilSlip: number,
): Context {
  return {
    random,
    release,
    files,
    untilSlip,
    tables: new Map(),
    actions: new Set(),
    wrappers: new Set(),
    processors: new Set(),
    filters: new Set(),
    chains: new Set(),
    pki: new Set(),
    authorities: new Set(),
    macros: new Set(),
    before: [],
    srsKey: false,
    socket: false,
  };
}

/** Whether the release of this configuration is `since` or newer. */
export function has(context: Context, since: Release): boolean {
  return Number(context.release) >= Number(since);
}

/** Whether to make a mistake at this place. It is asked at every place where one can be made. */
export function slip(context: Context): boolean {
  context.untilSlip -= 1;
  if (context.untilSlip !== 0) return false;
  if (chance(context.random, 0.3)) context.untilSlip = integer(context.random, 1, 60);
  return true;
}

/** Whether a construct that came with `since` may be written: always where the release has it, else as a mistake. */
export function may(context: Context, since: Release): boolean {
  return has(context, since) || slip(context);
}

/** `chance` with the numbers of the context. */
export function sometimes(context: Context, probability: number): boolean {
  return chance(context.random, probability);
}

/** `pick` with the numbers of the context. */
export function oneOf<Item>(context: Context, items: readonly Item[]): Item {
  return pick(context.random, items);
}

/** `integer` with the numbers of the context. */
export function between(context: Context, low: number, high: number): number {
  return integer(context.random, low, high);
}
