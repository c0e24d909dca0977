import type { LookupService } from "./lookup-services.ts";

/**
 * What smtpd asks of a table: whether there is an entry (`check`), what an entry gives (`lookup`), or the next of all
 * entries (`fetch`).
 */
export type TableOperation = "check" | "lookup" | "fetch";

/** A key of the settings file of a table program: `KEY VALUE`, one a line. */
export interface TableProgramKey {
  readonly name: string;
  /** The program does not work without it. */
  readonly required?: true;
  /** The value is a password, or can hold one. */
  readonly secret?: true;
  readonly manual: string;
}

/** What a table program can be asked for. */
export interface TableProgramService {
  readonly service: LookupService;
  readonly operations: readonly TableOperation[];
  /** The keys of the settings file that it takes, each with the operations that need it. */
  readonly keys: readonly { readonly name: string; readonly for: readonly TableOperation[] }[];
}

/** A table program of OpenSMTPD-extras, known from its manual page and from the file that it reads. */
export interface TableProgramInfo {
  /** The backend: the program is `table-NAME`. */
  readonly name: string;
  /** What its path is: a file of settings, a passwd(5) file, or the socket of a server. */
  readonly path: "settings" | "users" | "socket";
  readonly keys: readonly TableProgramKey[];
  readonly services: readonly TableProgramService[];
}

const byKey = ["check", "lookup"] as const;

const queryServices = [
  "alias",
  "domain",
  "credentials",
  "netaddr",
  "userinfo",
  "source",
  "mailaddr",
  "addrname",
  "mailaddrmap",
] as const satisfies readonly LookupService[];

/** What an SQL query has to give for each service. */
const columns: Readonly<Record<(typeof queryServices)[number], string>> = {
  alias: "a target in each row",
  domain: "a row where there is the domain",
  credentials: "the user and the password, hashed for a listener",
  netaddr: "a row where there is the address",
  userinfo: "user id, group id and home",
  source: "the address",
  mailaddr: "a row where there is the address",
  addrname: "the name",
  mailaddrmap: "an address in each row",
};

const sqlKeys: readonly TableProgramKey[] = [
  ...queryServices.map((service) => ({
    name: `query_${service}`,
    manual: `The query for \`${service}\`: it takes the key and gives ${columns[service]}.`,
  })),
  { name: "fetch_source", manual: "The query for all addresses of `src`, which are used in turn." },
  { name: "fetch_source_expire", manual: "Seconds for which these addresses are kept, 60 if not given." },
  { name: "fetch_source_refresh", manual: "Look-ups for which these addresses are kept, 1000 if not given." },
];

const sqlServices: readonly TableProgramService[] = queryServices.map((service) => ({
  service,
  operations: service === "source" ? [...byKey, "fetch"] : byKey,
  keys: [
    { name: `query_${service}`, for: byKey },
    ...(service === "source" ? [{ name: "fetch_source", for: ["fetch"] as const }] : []),
  ],
}));

const directoryServices = [
  ["alias", "the targets"],
  ["credentials", "the user and the password hash, with a comma between them"],
  ["domain", "any one: it is not looked at"],
  ["userinfo", "user id, group id and home, with commas between them"],
  ["mailaddr", "any one: it is not looked at"],
  ["mailaddrmap", "the addresses"],
  ["netaddr", "any one: it is not looked at"],
] as const satisfies readonly (readonly [LookupService, string])[];

const serverServices = queryServices.filter((service) => service !== "mailaddrmap");

/** The programs of OpenSMTPD-extras that have a backend of their own, by what each reads when it starts. */
export const tablePrograms: readonly TableProgramInfo[] = [
  {
    name: "sqlite",
    path: "settings",
    keys: [{ name: "dbpath", required: true, manual: "The path of the database." }, ...sqlKeys],
    services: sqlServices,
  },
  {
    name: "mysql",
    path: "settings",
    keys: [
      { name: "host", manual: "The server, this machine if not given." },
      { name: "username", manual: "The name to log in with." },
      { name: "password", secret: true, manual: "The password to log in with." },
      { name: "database", manual: "The database on the server." },
      ...sqlKeys,
    ],
    services: sqlServices,
  },
  {
    name: "postgres",
    path: "settings",
    keys: [
      { name: "conninfo", required: true, secret: true, manual: "How to reach the server, as libpq wants it." },
      ...sqlKeys,
    ],
    services: sqlServices,
  },
  {
    name: "ldap",
    path: "settings",
    keys: [
      { name: "url", required: true, manual: "The server: `ldap://HOST` or `ldaps://HOST`." },
      { name: "username", manual: "The distinguished name to bind with." },
      { name: "password", secret: true, manual: "The password to bind with." },
      { name: "basedn", required: true, manual: "The part of the tree to search." },
      { name: "ca_file", manual: "The authorities that may have issued the server's certificate." },
      ...directoryServices.flatMap(([service, attributes]) => [
        { name: `${service}_filter`, manual: `The filter for \`${service}\`, with \`%s\` in the place of the key.` },
        { name: `${service}_attributes`, manual: `What to take of an entry for \`${service}\`: ${attributes}.` },
      ]),
    ],
    services: directoryServices.map(([service]) => ({
      service,
      operations: byKey,
      keys: [
        { name: `${service}_filter`, for: byKey },
        { name: `${service}_attributes`, for: ["lookup"] },
      ],
    })),
  },
  {
    name: "redis",
    path: "settings",
    keys: [
      { name: "master", manual: "The server or `unix:PATH`, this machine if not given." },
      { name: "master_port", manual: "Its port, 6379 if not given." },
      { name: "slave", manual: "The server to ask when the first cannot be reached." },
      { name: "slave_port", manual: "Its port, 6380 if not given." },
      { name: "password", secret: true, manual: "The password of both servers." },
      { name: "database", manual: "The number of the database, 0 if not given." },
      ...serverServices.map((service) => ({
        name: `query_${service}`,
        manual: `The query for \`${service}\`, \`GET ${service}:%s\` if not given.`,
      })),
    ],
    services: serverServices.map((service) => ({ service, operations: byKey, keys: [] })),
  },
  {
    name: "passwd",
    path: "users",
    keys: [],
    services: [
      { service: "credentials", operations: ["lookup"], keys: [] },
      { service: "userinfo", operations: ["lookup"], keys: [] },
    ],
  },
  {
    name: "socketmap",
    path: "socket",
    keys: [],
    services: serverServices.map((service) => ({ service, operations: ["lookup"], keys: [] })),
  },
];

/** The program of a backend; undefined where it is none of these. */
export function tableProgramNamed(backend: string): TableProgramInfo | undefined {
  return tablePrograms.find(({ name }) => name === backend);
}
