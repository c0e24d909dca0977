import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import type { ActionDirective, Option, TableArgument } from "../parser/ast/nodes.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import { fullForm } from "./shortest-form.ts";

/** How many entries of a list a label shows. */
const mostEntries = 3;

/** `a, b, c, … 12 more` */
export function shortened(entries: readonly string[], most: number = mostEntries): string {
  // "… 1 more" would take the place of that one.
  if (entries.length <= most + 1) return entries.join(", ");
  return `${entries.slice(0, most).join(", ")}, … ${entries.length - most} more`;
}

/** What a listener is, and whom it lets in; of several that are alike, the addresses of all. */
export function listenerLines(listeners: readonly (Listener | undefined)[]): readonly string[] {
  const [listener] = listeners;
  if (listener === undefined || listener.exposure === "socket") return ["socket", "programs on this machine"];
  const addresses = listeners.flatMap((one) => (one === undefined ? [] : [addressOf(one)]));
  const { tls, auth, proxied, exposure } = listener;
  const facts = [
    tlsWords[tls],
    authWords[auth],
    ...(proxied ? ["behind a proxy"] : []),
    ...(exposureWords[exposure] ?? []),
  ];
  return [...addresses, facts.join(", ")];
}

function addressOf({ directive, port }: Listener): string {
  const option = directive.options.find(({ name }) => name === "port")?.argument;
  const written = option !== undefined && "value" in option ? option.value : undefined;
  return `${directive.interface?.value} port ${typeof written === "string" ? written : port}`;
}

const tlsWords: Readonly<Record<Listener["tls"], string>> = {
  none: "plain text",
  tls: "TLS offered",
  "tls-require": "TLS required",
  smtps: "smtps",
};

const authWords: Readonly<Record<Listener["auth"], string>> = {
  none: "no login",
  optional: "login offered",
  required: "login required",
};

const exposureWords: Readonly<Partial<Record<Listener["exposure"], readonly string[]>>> = {
  loopback: ["this machine only"],
  private: ["private network"],
};

/** A rule in full, with its number. */
export function ruleText(rule: MatchRule, model: Model): string {
  const conditions = fullForm(rule).map(({ negated, scope, name, regex, argument }) => {
    const words = [scope, name, regex ? "regex" : undefined, argument && argumentText(argument, model)];
    return `${negated ? "not " : ""}${words.filter((word) => word !== undefined).join(" ")}`;
  });
  return `${rule.number} ${conditions.join(" ")}`;
}

/** A table by its name, or the first of its entries. */
function argumentText(argument: TableArgument, { tables }: Model): string {
  if (argument.kind === "String") return argument.value;
  if (argument.kind === "InlineTable") return `{ ${shortened(argument.entries.map(({ key }) => key.value))} }`;
  const { value } = argument.name;
  return tables.has(value) ? `<${value}>` : value;
}

/** The name of an action, and what it does besides delivering. */
export function actionLines({ name, method, options }: ActionDirective, model: Model): readonly string[] {
  const words = options.flatMap((option) => {
    if (option.name === "host" || option.name === "domain") return [];
    return [optionText(option, model)];
  });
  return [name.value, [method.name, ...(method.suffix === undefined ? [] : [method.suffix.value]), ...words].join(" ")];
}

function optionText({ name, argument, suffix, suffixArgument }: Option, model: Model): string {
  const value = argument === undefined ? [] : [valueText(argument, model)];
  const behind = [suffix?.value, suffixArgument?.value].filter((word) => word !== undefined);
  return [name, ...value, ...behind].join(" ");
}

function valueText(argument: NonNullable<Option["argument"]>, model: Model): string {
  if (argument.kind === "FilterList") return shortened(argument.names.map(({ value }) => value));
  if (argument.kind === "InlineTable" || argument.kind === "TableReference") return argumentText(argument, model);
  return argument.value;
}

/** Where an action puts mail. */
export function destinationOf(
  action: ActionDirective,
  model: Model,
): { readonly kind: "mailbox" | "host"; readonly lines: readonly string[] } {
  const { method, options } = action;
  const user = options.find(({ name }) => name === "user")?.argument;
  const of = user === undefined ? "the recipient" : valueText(user, model);
  const value = method.argument === undefined ? undefined : valueText(method.argument, model);
  switch (method.name) {
    case "relay":
      return { kind: "host", lines: hostLines(action, model) };
    case "maildir":
      return { kind: "mailbox", lines: value === undefined ? [`Maildir of ${of}`] : [`maildir ${value}`] };
    case "lmtp":
      return { kind: "mailbox", lines: [`LMTP ${value}`] };
    case "mda":
      return { kind: "mailbox", lines: [`command ${value}`] };
    case "forward-only":
      return { kind: "mailbox", lines: [".forward of the recipient"] };
    case "expand-only":
      return { kind: "mailbox", lines: ["what aliases name"] };
    default:
      return { kind: "mailbox", lines: [`mailbox of ${of}`] };
  }
}

function hostLines({ options }: ActionDirective, model: Model): readonly string[] {
  const option = options.find(({ name }) => name === "host" || name === "domain");
  if (option?.argument === undefined) {
    const backup = options.some(({ name }) => name === "backup");
    return [backup ? "better MX of the domain" : "MX of the recipient's domain"];
  }
  const argument = option.argument as TableArgument;
  if (option.name === "domain") return [`server by domain: ${argumentText(argument, model)}`];
  return hostNames(argument, model);
}

/** The servers that the configuration names, else the table that does. */
function hostNames(argument: TableArgument, model: Model): readonly string[] {
  if (argument.kind === "String") return [argument.value];
  const table = argument.kind === "InlineTable" ? argument : entriesOf(argument.name.value, model);
  if (table === undefined) return [`servers of ${argumentText(argument, model)}`];
  const names = table.entries.map(({ key }) => key.value);
  if (names.length <= mostEntries + 1) return names;
  return [...names.slice(0, mostEntries), `… ${names.length - mostEntries} more`];
}

function entriesOf(name: string, model: Model) {
  const line = model.symbols().get("table")?.get(name)?.definitions[0]?.line;
  return line?.kind === "TableDirective" ? line.entries : undefined;
}
