import { between, type Context, has, oneOf, slip, sometimes, type TableKind } from "./context.ts";
import { braces } from "./lists.ts";
import * as values from "./values.ts";
import { freshName, quoted, stringToken } from "./words.ts";

/** What a place takes: kinds of tables, and texts to fill an inline one with. */
export interface TablePlace {
  readonly kinds: readonly TableKind[];
  /** The release from which the place takes mappings too. */
  readonly mappingsSince?: "7.5";
  readonly items: readonly string[];
  readonly values?: readonly string[];
}

const everything: readonly TableKind[] = ["list", "mapping", "users", "none"];
const addressList: TablePlace = { kinds: ["list"], mappingsSince: "7.5", items: values.mailAddresses };

export const places = {
  alias: { kinds: ["mapping"], items: values.users, values: values.destinations },
  virtual: { kinds: ["mapping"], items: values.mailAddresses, values: values.destinations },
  userbase: { kinds: ["mapping", "users"], items: values.users, values: values.userInformation },
  helloSource: { kinds: ["mapping"], items: values.networks, values: values.hostNames },
  source: { kinds: ["list"], mappingsSince: "7.5", items: values.networks },
  relayHost: { kinds: ["list"], items: values.relayHosts },
  relayDomain: { kinds: ["mapping"], items: values.domains, values: values.relayHosts },
  relayAuth: { kinds: ["mapping"], items: ["label", "bob"], values: values.credentials },
  tag: { kinds: ["list"], items: values.tags },
  domain: { kinds: ["list"], items: values.domains },
  networks: { kinds: ["list"], items: values.networks },
  authUsers: { kinds: ["list"], mappingsSince: "7.5", items: values.users },
  fromAuth: { kinds: ["list"], items: values.users },
  addresses: addressList,
  pattern: { kinds: ["list"], items: values.patterns },
  hostnames: { kinds: ["mapping"], items: values.networks, values: values.hostNames },
  senders: { kinds: ["mapping"], items: values.users, values: values.mailAddresses },
  listenerAuth: { kinds: everything, items: values.users, values: values.credentials },
  filterDomains: { kinds: everything, items: values.domains },
  filterNetworks: { kinds: everything, items: values.networks },
  filterAddresses: { kinds: everything, items: values.mailAddresses },
  filterUsers: { kinds: everything, items: values.users },
} satisfies Readonly<Record<string, TablePlace>>;

function kindsFor(context: Context, place: TablePlace): readonly TableKind[] {
  const later = place.mappingsSince !== undefined && has(context, place.mappingsSince);
  return later ? [...place.kinds, "mapping"] : place.kinds;
}

/** A table argument (a reference, one value, or an inline table) of a kind that the place takes, seldom of another. */
export function tableArgument(context: Context, place: TablePlace): string {
  if (slip(context)) return wrongTable(context, place);
  const kinds = kindsFor(context, place);
  const known = [...context.tables]
    .filter(([, kind]) => kind === "process" || kinds.includes(kind))
    .map(([name]) => name);
  if (known.length > 0 && sometimes(context, 0.5)) return reference(context, oneOf(context, known));
  const kind = oneOf(context, kinds);
  return kind === "mapping" || !kinds.includes("list") ? inlineMapping(context, place) : inlineList(context, place);
}

/** `<name>`, with blanks here and there. */
function reference(context: Context, name: string): string {
  const blank = sometimes(context, 0.15) ? oneOf(context, [" ", "\t", "  "]) : "";
  return `<${blank}${stringToken(context, name)}${blank}>`;
}

function inlineList(context: Context, place: TablePlace): string {
  if (sometimes(context, 0.45)) return stringToken(context, oneOf(context, place.items));
  return listInBraces(context, place.items);
}

function listInBraces(context: Context, items: readonly string[]): string {
  const count = sometimes(context, 0.03) ? between(context, 20, 60) : between(context, 1, 5);
  return braces(
    context,
    repeat(count, () => stringToken(context, oneOf(context, items))),
  );
}

function inlineMapping(context: Context, place: TablePlace): string {
  return mappingInBraces(context, place.items, place.values ?? place.items);
}

function mappingInBraces(context: Context, keys: readonly string[], results: readonly string[]): string {
  const sign = oneOf(context, [" = ", "=", " => ", "=>", " =", "= "]);
  const pair = () => stringToken(context, oneOf(context, keys)) + sign + stringToken(context, oneOf(context, results));
  return braces(context, repeat(between(context, 1, 4), pair));
}

/** What `make` gives, `count` times. */
export function repeat<Item>(count: number, make: () => Item): readonly Item[] {
  return Array.from({ length: count }, make);
}

const builtInTables: readonly string[] = ["<localhost>", "<anyhost>", "<localnames>", "<anydestination>", "<getpwnam>"];

const wrongTables: readonly ((context: Context, place: TablePlace) => string)[] = [
  (context) => reference(context, oneOf(context, ["nosuch", "", "<dynamic:0>", "Users"])),
  (context) => reference(context, oneOf(context, builtInTables)),
  (context) => reference(context, oneOf(context, [...context.tables.keys(), "nosuch"])),
  (context, place) => inlineMapping(context, place),
  (context, place) => listInBraces(context, place.items),
  (context, place) => stringToken(context, oneOf(context, place.items)),
  (context, place) => braces(context, [stringToken(context, oneOf(context, place.items)), "a = b"]),
  (context) => `<${oneOf(context, [...context.tables.keys(), "x"])}`,
  (context) => `${oneOf(context, [...context.tables.keys(), "x"])}>`,
  () => "<>",
  () => "<a b>",
  () => "< 2 >",
  () => "<2>",
  () => "<data>",
  () => "{ }",
  () => "12",
  () => "regex regex",
  () => "regex { a = b }",
  () => "",
];

function wrongTable(context: Context, place: TablePlace): string {
  return oneOf(context, wrongTables)(context, place);
}

/** A table argument with or without `regex` before it, which a condition takes from `since` on. */
export function matchedTable(context: Context, place: TablePlace, since: "6.6" | "6.7"): readonly string[] {
  const known = has(context, since) ? sometimes(context, 0.25) : slip(context);
  return known ? ["regex", tableArgument(context, places.pattern)] : [tableArgument(context, place)];
}

const tableNames: readonly string[] = ["users", "nets", "aliases", "vdoms", "creds", "t1", "domains", "hosts", "bad"];

/** `table …`: an inline list or mapping, `getpwnam`, a static table with nothing, or a file that exists. */
export function tableStatement(context: Context): readonly string[] {
  const name = slip(context)
    ? oneOf(context, [...context.tables.keys(), "x"])
    : freshName(context, tableNames, context.tables);
  const written = stringToken(context, name);
  const [kind, definition] = tableDefinition(context);
  context.tables.set(name, kind);
  return ["table", written, definition];
}

function tableDefinition(context: Context): readonly [TableKind, string] {
  if (slip(context)) return wrongDefinition(context);
  if (context.files && sometimes(context, 0.12)) return fileTable(context, context.files);
  if (sometimes(context, 0.06)) return ["users", stringToken(context, "getpwnam")];
  if (sometimes(context, 0.04)) return ["process", quoted(context, oneOf(context, ["proc:/usr/libexec/x", "proc:/"]))];
  if (sometimes(context, 0.03)) return ["none", stringToken(context, oneOf(context, ["static", "file"]))];
  const place = oneOf(context, Object.values<TablePlace>(places));
  if (sometimes(context, 0.5)) return ["list", listInBraces(context, place.items)];
  return ["mapping", inlineMapping(context, place)];
}

function fileTable(context: Context, files: NonNullable<Context["files"]>): readonly [TableKind, string] {
  const [kind, path] = oneOf<readonly [TableKind, string]>(context, [
    ["list", files.list],
    ["list", files.markedList],
    ["mapping", files.mapping],
    ["mapping", files.empty],
  ]);
  const prefix = oneOf(context, ["", "file:", "static:"]);
  return [kind, prefix === "" ? quoted(context, path) : stringToken(context, prefix + path)];
}

function wrongDefinition(context: Context): readonly [TableKind, string] {
  const texts = [
    "file:relative",
    "file:",
    "static:x/y",
    "getpwnam:",
    '"getpwnam:x"',
    "proc",
    "proc:x",
    '"proc:"',
    "<users>",
    "/etc/mail/x",
    '"file:"',
    "file",
    "12",
    "",
  ];
  return ["none", oneOf(context, texts)];
}
