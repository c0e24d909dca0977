import { isAtLeast, type Release } from "./releases.ts";
import type { LookupService } from "./table-places.ts";

/** Where the entries of `table NAME BACKEND:/PATH` come from. */
export interface TableBackendInfo {
  readonly name: string;
  /** `built-in` backends are part of smtpd, a `program` is an executable `table-NAME` that a package adds. */
  readonly origin: "built-in" | "program";
  /** What the part after the colon is; absent where there is none. */
  readonly path?: "entries" | "database" | "command" | "settings";
  readonly manual: string;
}

/** The backends of table(5) and the table programs of OpenSMTPD-extras. */
export const tableBackends: readonly TableBackendInfo[] = [
  { name: "static", origin: "built-in", path: "entries", manual: "Reads the entries from a text file, one a line. The same as file." },
  { name: "file", origin: "built-in", path: "entries", manual: "Reads the entries from a text file, one a line. The first line decides whether it is a list or a mapping." },
  { name: "db", origin: "built-in", path: "database", manual: "Asks a database file made by makemap(8). Only there when smtpd was built with database support." },
  { name: "getpwnam", origin: "built-in", manual: "The system's users. It serves user lookups only." },
  { name: "proc", origin: "built-in", path: "command", manual: "Starts this command and asks it over its standard input and output. What it serves is learnt when the daemon starts." },
  { name: "sqlite", origin: "program", path: "settings", manual: "Asks an SQLite database with the queries of its settings file." },
  { name: "mysql", origin: "program", path: "settings", manual: "Asks a MySQL server with the queries of its settings file." },
  { name: "postgres", origin: "program", path: "settings", manual: "Asks a PostgreSQL server with the queries of its settings file." },
  { name: "ldap", origin: "program", path: "settings", manual: "Asks an LDAP directory with the filters of its settings file." },
  { name: "redis", origin: "program", path: "settings", manual: "Asks a Redis server with the queries of its settings file." },
  { name: "passwd", origin: "program", path: "entries", manual: "Reads users and credentials from a file in passwd(5) format." },
  { name: "socketmap", origin: "program", path: "settings", manual: "Asks a server that speaks the socketmap protocol." },
];

/** The services that a table program offers cannot be known from the text: it may offer any. */
const databaseServices: readonly LookupService[] = [
  "alias", "credentials", "domain", "netaddr", "userinfo", "source", "mailaddr", "addrname", "mailaddrmap",
];

/** The services that a backend offers to `smtpd -n`; undefined means all of them. */
export function servicesOf(backend: string, target: Release): readonly LookupService[] | undefined {
  if (backend === "getpwnam") return ["userinfo"];
  if (backend === "db" && !isAtLeast(target, "7.3")) return databaseServices;
  return undefined;
}
