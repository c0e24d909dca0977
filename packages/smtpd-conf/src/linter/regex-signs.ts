import { isAtLeast, type Release } from "../language/releases.ts";
import type { TableUse } from "../model/tables.ts";
import { askedFor } from "./asked-for.ts";

/**
 * The sign that shows that an entry is meant as a regular expression although its table is used without `regex`. Undefined
 * where there is none, and where the option cannot be asked in that way.
 */
export function regexSign(key: string, use: TableUse, target: Release): string | undefined {
  const { regexSince } = use.option.info;
  if (use.regex || regexSince === undefined || !isAtLeast(target, regexSince)) return undefined;
  const [service] = askedFor(use);
  const own = service === "mailaddr" || service === "string" ? inNames : service === "netaddr" ? [] : inDomains;
  return [...anywhere, ...own].map((sign) => sign.exec(key)?.[0]).find((found) => found !== undefined);
}

/** What neither names nor addresses have. A dollar sign before a name is a macro that was put in quotes. */
const anywhere: readonly RegExp[] = [
  /\\[.@$^*+?()[\]{}|/dwsbSWBD-]/,
  /^\^/,
  /(?<=[^$])\$$/,
  /^\(\?i\)/,
  /^\.[*+]/,
  /\[(?:\^|[^\][]*[a-z\d]-[a-z\d])[^\]]*\](?!\/)/i,
  /\[\[:[a-z]+:\]/i,
  /\([^()]*\|[^()]*\)/,
  /[)\]][*+?]/,
];

/** A user has no wildcards, so that `.*` is none either. */
const inNames: readonly RegExp[] = [/\.[*+](?=.*@)/];

/** A `*` behind a dot is a wildcard here. */
const inDomains: readonly RegExp[] = [/\.\+/, /[a-z\d]\|[a-z\d]/i];
