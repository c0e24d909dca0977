import type { Change } from "./change.ts";
import type { LookupService } from "./lookup-services.ts";
import { isAtLeast, type Release } from "./releases.ts";

/** Where the entries of `table NAME BACKEND:/PATH` come from. */
export interface TableBackendInfo {
  readonly name: string;
  /** `built-in` backends are part of smtpd, a `program` is an executable `table-NAME` that a package adds. */
  readonly origin: "built-in" | "program";
  /** What the part after the colon is; absent where there is none. */
  readonly path?: "entries" | "database" | "command" | "settings";
  readonly manual: string;
  /** What later releases changed, oldest first. */
  readonly changes?: readonly Change[];
}

const fileSyntax: Change = {
  release: "7.6",
  text: "`key : value` makes `:` part of the value, where 7.5 leaves it out, and `[::1]` at the start of a line is one key.",
};

/** The backends of table(5) and the table programs of OpenSMTPD-extras. */
export const tableBackends: readonly TableBackendInfo[] = [
  {
    name: "static",
    origin: "built-in",
    path: "entries",
    manual:
      "Another name of `file`: reads the entries from a text file, one a line. Without a path it makes a table without a kind, which every use refuses.",
    changes: [fileSyntax],
  },
  {
    name: "file",
    origin: "built-in",
    path: "entries",
    manual:
      "Reads the entries from a text file, one a line. The first of them decides: with a blank or colon in it the file is a mapping, else a list; the line `# @list` above makes it a list. An empty file is a mapping. Comments have lines of their own.",
    changes: [fileSyntax],
  },
  {
    name: "db",
    origin: "built-in",
    path: "database",
    manual:
      "Asks a database file made by makemap(8), which is read anew when it changes. It is only there when smtpd was built with it: Debian's 7.9 is not. It gives nothing to `src` and `host`, whose entries are taken in turn.",
    changes: [
      { release: "7.3", text: "It offers all services. Up to 6.8 it has no `relayhost`, `string` and `regex`." },
    ],
  },
  {
    name: "getpwnam",
    origin: "built-in",
    manual:
      "The users of the system. It has no path and answers look-ups of users only, so it serves `userbase` and nothing else.",
  },
  {
    name: "proc",
    origin: "built-in",
    path: "command",
    manual:
      "Starts this program and asks it over its standard input and output. What it offers is learnt only when the daemon starts, and when it ends the whole daemon stops.",
    changes: [
      { release: "7.6", text: "The protocol is one of text lines. Programs for the older one no longer work." },
    ],
  },
  {
    name: "sqlite",
    origin: "program",
    path: "settings",
    manual:
      "Asks an SQLite database with the queries of its settings file. The program `table-sqlite` must be installed, else smtpd refuses the table.",
  },
  {
    name: "mysql",
    origin: "program",
    path: "settings",
    manual:
      "Asks a MySQL or MariaDB server with the queries of its settings file. The program `table-mysql` must be installed, else smtpd refuses the table.",
  },
  {
    name: "postgres",
    origin: "program",
    path: "settings",
    manual:
      "Asks a PostgreSQL server with the queries of its settings file. The program `table-postgres` must be installed, else smtpd refuses the table.",
  },
  {
    name: "ldap",
    origin: "program",
    path: "settings",
    manual:
      "Asks an LDAP directory with the filters of its settings file. The program `table-ldap` must be installed, else smtpd refuses the table.",
  },
  {
    name: "redis",
    origin: "program",
    path: "settings",
    manual:
      "Asks a Redis server with the queries of its settings file. The program `table-redis` must be installed, else smtpd refuses the table.",
  },
  {
    name: "passwd",
    origin: "program",
    path: "entries",
    manual:
      "Reads users and their credentials from a file in passwd(5) format. The program `table-passwd` must be installed, else smtpd refuses the table.",
  },
  {
    name: "socketmap",
    origin: "program",
    path: "settings",
    manual:
      "Asks a server that speaks the socketmap protocol, known from Sendmail and Postfix. The program `table-socketmap` must be installed, else smtpd refuses the table.",
  },
];

/** The services that a table program offers cannot be known from the text: it may offer any. */
const databaseServices: readonly LookupService[] = [
  "alias",
  "credentials",
  "domain",
  "netaddr",
  "userinfo",
  "source",
  "mailaddr",
  "addrname",
  "mailaddrmap",
];

/** The services that a backend offers to `smtpd -n`; undefined means all of them. */
export function servicesOf(backend: string, target: Release): readonly LookupService[] | undefined {
  if (backend === "getpwnam") return ["userinfo"];
  if (backend === "db" && !isAtLeast(target, "7.3")) return databaseServices;
  return undefined;
}
