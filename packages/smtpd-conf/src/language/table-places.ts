import type { LookupService } from "./lookup-services.ts";
import { isAtLeast, type Release } from "./releases.ts";

/** What a table is to smtpd: values only, keys with values, a program or database that is asked, or nothing at all. */
export type TableKind = "list" | "mapping" | "dynamic" | "none" | "unknown";

/** A place of the language where a table is used, and what smtpd demands of the table there. */
export interface TablePlaceInfo {
  /** Kinds that are accepted besides `dynamic`. */
  readonly kinds: readonly ("list" | "mapping")[];
  /** The release from which mappings are accepted as well. */
  readonly mappingSince?: Release;
  /** The backend must offer one of these. */
  readonly services: readonly LookupService[];
  /** The services asked for with `regex`, where that is not the regex service. */
  readonly regexServices?: readonly LookupService[];
  /** What smtpd's message calls the lookup. */
  readonly lookup: string;
}

const list = ["list"] as const;
const mapping = ["mapping"] as const;

/** `table_check_use()` by place. Listener `auth` and the conditions of filters are not here: smtpd checks nothing there. */
export const tablePlaces = {
  "action alias": { kinds: mapping, services: ["alias"], lookup: "alias" },
  "action virtual": { kinds: mapping, services: ["alias"], lookup: "virtual" },
  "action userbase": { kinds: mapping, services: ["userinfo"], lookup: "userbase" },
  "relay helo-src": { kinds: mapping, services: ["addrname"], lookup: "helo-source" },
  "relay src": { kinds: list, mappingSince: "7.5", services: ["source"], lookup: "source" },
  "relay host": { kinds: list, services: ["relayhost"], lookup: "host" },
  "relay domain": { kinds: mapping, services: ["relayhost"], lookup: "host" },
  "relay auth": { kinds: mapping, services: ["credentials"], lookup: "auth" },
  "match tag": { kinds: list, services: ["string"], lookup: "tag" },
  "match helo": { kinds: list, services: ["domain"], lookup: "helo" },
  "match auth": { kinds: list, mappingSince: "7.5", services: ["string", "credentials"], lookup: "auth" },
  "match mail-from": { kinds: list, mappingSince: "7.5", services: ["mailaddr"], lookup: "mail-from" },
  "match rcpt-to": { kinds: list, mappingSince: "7.5", services: ["mailaddr"], lookup: "rcpt-to" },
  "match from src": { kinds: list, services: ["netaddr"], lookup: "from" },
  "match from rdns": { kinds: list, services: ["domain"], regexServices: ["domain"], lookup: "rdns" },
  "match from auth": { kinds: list, services: ["string", "credentials"], lookup: "from" },
  "match from mail-from": { kinds: list, mappingSince: "7.5", services: ["mailaddr"], lookup: "from" },
  "match for domain": { kinds: list, services: ["domain"], lookup: "'for'" },
  "match for rcpt-to": { kinds: list, mappingSince: "7.5", services: ["mailaddr"], lookup: "for" },
  "listen hostnames": { kinds: mapping, services: ["addrname"], lookup: "HOSTNAMES" },
  "listen senders": { kinds: mapping, services: ["mailaddrmap"], lookup: "SENDERS" },
} as const satisfies Record<string, TablePlaceInfo>;

export type TablePlace = keyof typeof tablePlaces;

/** The kinds of table that a place accepts in a release, besides `dynamic`; `regex` forms take lists only. */
export function acceptedKinds(place: TablePlace, regex: boolean, target: Release): readonly TableKind[] {
  const info: TablePlaceInfo = tablePlaces[place];
  if (regex) return list;
  const mappings = info.mappingSince !== undefined && isAtLeast(target, info.mappingSince);
  return mappings ? [...info.kinds, "mapping"] : info.kinds;
}

/** The services of which the table must offer at least one. */
export function acceptedServices(place: TablePlace, regex: boolean, target: Release): readonly LookupService[] {
  const info: TablePlaceInfo = tablePlaces[place];
  if (regex) return info.regexServices ?? ["regex"];
  if (place === "match auth" && !isAtLeast(target, "6.7.1")) return ["credentials"];
  return info.services;
}
