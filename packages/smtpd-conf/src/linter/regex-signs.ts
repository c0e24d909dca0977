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
  if (!/[\\^$*+|)\]]/.test(key)) return undefined;
  const [service] = askedFor(use);
  const own = Object.hasOwn(ownSigns, service ?? "") ? (ownSigns[service ?? ""] ?? []) : inDomains;
  return [...anywhere, ...own].map((sign) => sign.exec(key)?.[0]).find((found) => found !== undefined);
}

/** What neither names nor addresses have. A dollar sign before a name is a macro that was put in quotes. */
const anywhere: readonly RegExp[] = [
  /\\[.@$^*+?()[\]{}|/-]/,
  /\\[dws](?=[*+?{])/i,
  /^\^/,
  /(?<=[^$])\$$/,
  /^\(\?i\)/,
  /^\.[*+]/,
  /\[(?:\^|[^\][:]*[a-z\d]-[a-z\d])[^\][]*\]/i,
  /\[\[:[a-z]+:\]/i,
  /\([^()]*\|[^()]*\)/,
  /[)\]][*+?]/,
];

/** A `*` behind a dot is a wildcard here. */
const inDomains: readonly RegExp[] = [/\.\+/, /[a-z\d]\|[a-z\d]/i];

/** Names of users have no wildcards, so that `.*` is none either. */
const ownSigns: Readonly<Record<string, readonly RegExp[]>> = {
  mailaddr: [/\.\*(?=.*@)/, /\.\+(?=@)/],
  string: [/\.[*+]/],
  netaddr: [],
};
