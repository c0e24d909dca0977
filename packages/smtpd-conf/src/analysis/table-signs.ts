import type { KnownTable } from "../runtime/table.ts";

/** What can be said of a table without asking it. */
export interface TableSigns {
  /** `*` as a domain. */
  readonly hasEveryDomain: boolean;
  /** `@` or nothing as a mail address. */
  readonly hasEveryAddress: boolean;
  readonly hasWildcard: boolean;
  /** Whether an entry is nothing or has an `@`, so that users can match it that have another name. */
  readonly hasAddress: boolean;
  /** Whether it names what `unlisted` says. */
  readonly hasUnlisted: boolean;
}

/** A user and a domain that hardly any table names. */
export const unlisted = { user: "nobody-of-that-name", domain: "not-listed.elsewhere.example" } as const;

const known = new WeakMap<object, TableSigns>();

/** Looks through the entries of a table once. */
export function signsOf({ keys }: KnownTable): TableSigns {
  const signs = known.get(keys) ?? makeSigns(keys);
  known.set(keys, signs);
  return signs;
}

function makeSigns(keys: readonly string[]): TableSigns {
  return {
    hasEveryDomain: keys.includes("*"),
    hasEveryAddress: keys.includes("@") || keys.includes(""),
    hasWildcard: keys.some((key) => key.includes("*")),
    hasAddress: keys.some((key) => key === "" || key.includes("@")),
    hasUnlisted: keys.some((key) => key.includes(unlisted.user) || key.includes(unlisted.domain)),
  };
}
